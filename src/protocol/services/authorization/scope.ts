/** Scopes: words parted by spaces (RFC 6749 §3.3). */

export const scopesIn = (scope: string): readonly string[] => scope.split(' ').filter(Boolean)

/** Whether each of these scopes is among those. */
export const within = (scope: string, all: string): boolean =>
  scopesIn(scope).every((each) => scopesIn(all).includes(each))
