/** What the page remembers between visits, where it may: in a sandbox or with storage blocked it just forgets. */

const PREFIX = 'http-auth-playground:'

export function recall(key: string): string | undefined {
  try {
    return localStorage.getItem(PREFIX + key) ?? undefined
  } catch {
    return undefined
  }
}

/** An undefined value forgets. */
export function remember(key: string, value: string | undefined): void {
  try {
    if (value === undefined) localStorage.removeItem(PREFIX + key)
    else localStorage.setItem(PREFIX + key, value)
  } catch {
    // Storage is denied here: the page works without.
  }
}
