/**
 * Stands in for `tough-cookie` in the bundle. MSW would keep a jar of real cookies with it, on the host page's behalf;
 * our cookies are simulated, so the jar is always empty, and 118 KiB (gzip) stay out of the page.
 */

export const Cookie = { fromJSON: () => undefined }

export class MemoryCookieStore {
  readonly idx = {}
}

export class CookieJar {
  getCookiesSync(): readonly never[] {
    return []
  }
  async setCookie(): Promise<void> {}
}
