/** Who could work with whom, in words, with the reason. */
import type { MatchesTopic, MatchPayload, PostPayload, State } from "../generated/contract";
import { countryName } from "./joins.ts";

/** What the suggestions are made from. */
export interface Suggested {
  topic: MatchesTopic;
  posts: ReadonlyMap<number, PostPayload>;
}

/** One suggestion to read: the two sides, why, and the idea at which two organisations meet. */
export interface Suggestion {
  key: string;
  offer: string;
  want: string;
  reason: string;
  about: PostPayload | null;
}

function reasonOf(match: MatchPayload, language: string): string {
  const reasons: string[] = [];
  if (match.shared_words.length > 0) {
    reasons.push(`both speak of ${new Intl.ListFormat(language).format(match.shared_words)}`);
  } else reasons.push("one offers what the other wants");
  if (match.countries.length > 0) {
    const names = match.countries.map((code) => countryName(code, language));
    reasons.push(`from ${new Intl.ListFormat(language).format(names)}`);
  }
  if (match.is_across_groups) reasons.push("different kinds of organisation");
  const reason = reasons.join("; ");
  return reason.charAt(0).toUpperCase() + reason.slice(1);
}

/** The suggestions in words; those whose ideas are not seen are left out. */
export function suggestions({ topic, posts }: Suggested, language: string): Suggestion[] {
  return topic.matches.flatMap((match): Suggestion[] => {
    const offer = posts.get(match.offer_post_id);
    const want = posts.get(match.want_post_id);
    if (!offer || !want) return [];
    const key = [offer.id, want.id, match.offer_organisation, match.want_organisation].join(":");
    const reason = reasonOf(match, language);
    if (match.offer_organisation === null || match.want_organisation === null) {
      return [{ key, offer: offer.text, want: want.text, reason, about: null }];
    }
    const { offer_organisation, want_organisation } = match;
    const sides = { offer: offer_organisation, want: want_organisation };
    return [{ key, ...sides, reason, about: offer }];
  });
}

/** The suggestions under the ideas that they are about, in their order; those of two ideas have none. */
export function byIdea(
  found: readonly Suggestion[],
): { about: PostPayload | null; suggestions: Suggestion[] }[] {
  const ids = [...new Set(found.map(({ about }) => about?.id ?? null))];
  return ids.map((id) => {
    const here = found.filter(({ about }) => (about?.id ?? null) === id);
    return { about: here[0]?.about ?? null, suggestions: here };
  });
}

/** Ideas by their ids, as far as they are seen. */
export function ideasOf(
  ids: readonly number[],
  posts: ReadonlyMap<number, PostPayload>,
): PostPayload[] {
  return ids.flatMap((id) => posts.get(id) ?? []);
}

/** What a page may see of the suggestions; null while they are not shown to it. */
export function suggestedOf(topic: MatchesTopic | null, state: State | null): Suggested | null {
  if (topic === null) return null;
  const there = Object.values(state?.posts ?? {}).filter((post) => post !== null);
  return { topic, posts: new Map(there.map((post) => [post.id, post])) };
}
