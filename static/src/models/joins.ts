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

/** Two letters that name a country, or null. */
export function countryOf(typed: string): string | null {
  const code = typed.trim().toUpperCase();
  return /^[A-Z]{2}$/.test(code) ? code : null;
}

/** What the EU writes where everybody else writes something else. */
const ELSEWHERE: Readonly<Record<string, string>> = { EL: "GR", UK: "GB" };

/** A country in words of the reader's language; its code where there are none. */
export function countryName(code: string, language: string): string {
  return new Intl.DisplayNames([language], { type: "region" }).of(ELSEWHERE[code] ?? code) ?? code;
}

/** One organisation in a line. In Chatham House mode there are only numbers. */
export function joinSays(join: JoinPayload, language: string): string {
  const name = join.organisation ?? "An organisation";
  return join.country === null ? name : `${name}, ${countryName(join.country, language)}`;
}

/** Where two sides stand, said to one of them. */
export function partnerSays(partner: PartnerPayload): string {
  if (partner.contact !== null) return `Reach them: ${partner.contact}`;
  if (partner.have_i_agreed) return "You agreed. Their contact comes when they agree too.";
  if (partner.have_they_agreed) return "They would like to exchange contacts.";
  return "";
}
