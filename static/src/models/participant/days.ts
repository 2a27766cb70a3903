/** Days as they are written beside the reader's language. English is written as in Europe. */
export function dayWords(day: string, language: string): string {
  const written = language === "en" ? "en-GB" : language;
  const noon = new Date(`${day}T12:00:00Z`);
  return new Intl.DateTimeFormat(written, { dateStyle: "long", timeZone: "UTC" }).format(noon);
}
