/** A Vite plugin: puts the Content Security Policy into the built page. */

import type { Plugin } from 'vite'

/**
 * Nothing may be loaded from elsewhere. The simulated hosts stand in `connect-src` because a `fetch` that the service
 * worker answers is checked before the worker sees it; the worker itself lets nothing out. Monaco positions its lines
 * with style attributes, hence `unsafe-inline` for styles.
 */
const policy = (hosts: readonly string[]) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self' ${hosts.map((host) => `https://${host}`).join(' ')}`,
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')

export function contentSecurityPolicy(hosts: readonly string[]): Plugin {
  return {
    name: 'content-security-policy',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: policy(hosts) },
        injectTo: 'head-prepend',
      },
    ],
  }
}
