/** Words of “Login dialog”: what a person sees whose browser opened the address. */

export default {
  lead: 'What somebody would see who opened this address in a browser, instead of sending it from here.',
  drawn: 'Drawn. Your browser’s own dialog looks different, and never appears here.',
  'drawn.page': 'Drawn: the body as the browser would get it.',
  title: 'Sign in',
  asks: '{origin} asks who you are.',
  'asks.proxy': 'The proxy asks who you are.',
  'asks.again': 'Those credentials did not do. {origin} asks again.',
  'asks.proxy.again': 'Those credentials did not do. The proxy asks again.',
  realm: 'The site says: “{realm}”',
  user: 'User name',
  password: 'Password',
  cancel: 'Cancel',
  'sign-in': 'Sign in',
  'why.scheme': 'The browser answers with `{scheme}`, the strongest that was offered and that it has a dialog for.',
  'why.realm': 'Not every browser shows the realm: it is the server’s own word, and anything can be written into it.',
  'why.cancel': '*Cancel* closes the dialog and shows the body of the 401 as a page.',
  'none.not-asked': 'No dialog: browsers open it for 401, and for 407 from a proxy. This is shown as a page.',
  'none.forbidden': 'No dialog: 403 says no without asking who you are. This is shown as a page.',
  'none.no-challenge':
    'No dialog: nothing says how to log in, so the browser has nothing to answer. This is shown as a page.',
  'none.no-dialog':
    'No dialog: browsers have none for `{offered}`. Getting such credentials is up to the site’s own pages and scripts.',
  'page.empty': 'An empty page, or one of the browser’s own with the number {status} on it.',
  'page.markup': 'A browser would draw this HTML; here it stays text.',
  address: 'Address',
}
