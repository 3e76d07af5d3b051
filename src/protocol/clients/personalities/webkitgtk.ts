/**
 * WebKit where it rests on libsoup (WebKitGTK, WPE). Read at commit 0120f183 of libsoup: `soup-auth-manager.c`,
 * `soup-auth-digest.c`.
 *
 * Departures: Safari rests on CFNetwork, of which neither a measurement nor the code was at hand, so it is not here.
 */

import type { Personality } from './personality.ts'

const webkitgtk: Personality = {
  name: 'WebKitGTK',
  source: {
    kind: 'code',
    file: 'soup-auth-manager.c',
    href: 'https://github.com/GNOME/libsoup/blob/0120f183ca2b74abeee8439f73abc8ab504fbccf/libsoup/auth/soup-auth-manager.c',
  },
  schemes: ['Digest', 'Basic'],
  unread: ['Negotiate', 'NTLM'],
  takes: 'best',
  finds: 'everywhere',
  parameters: 'own',
  ofEquals: 'first',
  algorithms: ['MD5', 'MD5-sess'],
  authInt: 'refuses',
  missesNonce: false,
  otherwise: 'next-scheme',
  asks: true,
  proxies: true,
  repeats: true,
}

export default webkitgtk
