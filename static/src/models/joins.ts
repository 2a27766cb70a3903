/** Organisations at an idea: who offers it, who wants it, and how far two sides are with their contacts. */
import type { JoinPayload, OwnJoin, PartnerPayload } from "../generated/contract";
import type { SessionModel } from "./session.ts";

/** What somebody says of their organisation; kept on the device for the next idea. */
export interface Organisation {
  organisation: string;
  country: string;
  contact: string;
}

const CARD = "organisation";
/** What the EU writes where everybody else writes something else. */
const ELSEWHERE: Readonly<Record<string, string>> = { EL: "GR", UK: "GB" };

/** Nothing said, and all that is said in Chatham House mode. */
export const NOBODY: Organisation = { organisation: "", country: "", contact: "" };

/** What this device knows of its owner's organisation. */
export function knownOrganisation(model: SessionModel, own: OwnJoin | null): Organisation {
  if (own !== null) {
    const { organisation, country, contact } = own;
    return { organisation, country: country ?? "", contact: contact ?? "" };
  }
  return model.drafts.get<Organisation>(CARD) ?? NOBODY;
}

/** Keep it for the next idea. */
export function keepOrganisation(model: SessionModel, card: Organisation): void {
  model.drafts.put(CARD, card);
}

/** The two letters of a country that was chosen or is kept on the device, or null. */
export function countryOf(kept: string): string | null {
  const code = kept.trim().toUpperCase();
  return /^[A-Z]{2}$/.test(code) ? (ELSEWHERE[code] ?? code) : null;
}

/** A country in words of the reader's language; its code where there are none. */
export function countryName(code: string, language: string): string {
  return new Intl.DisplayNames([language], { type: "region" }).of(ELSEWHERE[code] ?? code) ?? code;
}

/** Countries to choose from: the EU, then its neighbours. */
const EU = "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK";
const NEIGHBOURS = "AL BA CH GB GE IS LI MD ME MK NO RS TR UA";

/** Countries with their names in the reader's language, in its order; a `known` one is always among them. */
export function countriesIn(
  language: string,
  known: string | null,
): [code: string, name: string][] {
  const codes = new Set([...EU.split(" "), ...NEIGHBOURS.split(" "), ...(known ? [known] : [])]);
  const named = [...codes].map((code): [string, string] => [code, countryName(code, language)]);
  return named.toSorted(([, one], [, other]) => one.localeCompare(other, language));
}

/** Organisations in a line, each with its country. In Chatham House mode only how many there are. */
export function joinsSay(joins: readonly JoinPayload[], language: string): string {
  const named = joins.flatMap(({ organisation, country }) => {
    if (organisation === null) return [];
    return country === null ? organisation : `${organisation}, ${countryName(country, language)}`;
  });
  const unnamed = joins.length - named.length;
  const others = unnamed === 1 ? "1 organisation" : `${unnamed} organisations`;
  return [...named, ...(unnamed > 0 ? [others] : [])].join("; ");
}

/** Where two sides stand, said to one of them. */
export function partnerSays(partner: PartnerPayload): string {
  if (partner.contact !== null) return `Reach them: ${partner.contact}`;
  if (partner.have_i_agreed) return "You agreed. Their contact comes when they agree too.";
  if (partner.have_they_agreed) return "They would like to exchange contacts.";
  return "";
}
