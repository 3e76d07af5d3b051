/** The URL of a curl command: whom it is for, what it asks, and the user that stands in it. */

export type CurlUrl =
  | {
      readonly host: string
      readonly target: string
      /** `user:password`, decoded: curl makes Basic credentials of it. */
      readonly user?: string
    }
  | { readonly problem: 'url-invalid' | 'url-scheme' }

const URL = /^(?:([a-z][a-z0-9+.-]*):\/\/)?(?:([^@/?#]*)@)?([^/?#]*)([^?#]*)(\?[^#]*)?/i

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** curl guesses the scheme where there is none; a fragment stays at home (RFC 9110 §4.2.5). */
export function curlUrl(text: string): CurlUrl {
  const [, scheme = 'http', user, host = '', path = '', query = ''] = URL.exec(text.trim()) ?? []
  if (!/^https?$/i.test(scheme)) return { problem: 'url-scheme' }
  if (host === '' || /[\s\\"<>^`{|}]/.test(host)) return { problem: 'url-invalid' }
  // curl encodes what is not ASCII, and no more; white space it would refuse.
  const target = `${path || '/'}${query}`.toWellFormed().replace(/[\s\u0080-\uffff]+/g, encodeURIComponent)
  return { host, target, user: user === undefined ? undefined : decoded(user) }
}
