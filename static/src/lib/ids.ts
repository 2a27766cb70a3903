/** Numbers for commands. */

/** 128 random bits as 22 characters; works without HTTPS too, where `randomUUID` does not exist. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const text = btoa(String.fromCharCode(...bytes));
  return text.slice(0, 22).replaceAll("+", "-").replaceAll("/", "_");
}
