/** What every test watches: no console errors but the browser's own line for a 4xx, and no request to elsewhere. */

import { test as base, expect } from '@playwright/test'

/** The browser's own line about a response with an error status; the playground is full of them. */
const OWN_LINE = /^Failed to load resource: the server responded with a status of [45]\d\d/
/** Playwright's own line where a test blocks service workers. */
const BLOCKED_LINE = 'Service Worker registration blocked by Playwright'
const LOOPBACK = ['127.0.0.1', 'localhost']

export const test = base.extend<{ watched: undefined }>({
  watched: [
    async ({ page }, use) => {
      const complaints: string[] = []
      const elsewhere: string[] = []
      page.on('console', (message) => {
        const text = message.text()
        if (['error', 'warning'].includes(message.type()) && !OWN_LINE.test(text) && text !== BLOCKED_LINE)
          complaints.push(`${text} ${message.location().url}`)
      })
      page.on('pageerror', (error) => complaints.push(error.message))
      page.on('requestfinished', async (request) => {
        const { hostname, protocol } = new URL(request.url())
        if (!protocol.startsWith('http') || LOOPBACK.includes(hostname)) return
        const response = await request.response()
        if (!response?.fromServiceWorker()) elsewhere.push(request.url())
      })
      // What a service worker fetches shows here: it may reach its own origin only.
      page.context().on('request', (request) => {
        if (request.serviceWorker() && !LOOPBACK.includes(new URL(request.url()).hostname))
          elsewhere.push(request.url())
      })
      await use(undefined)
      expect(complaints).toEqual([])
      expect(elsewhere).toEqual([])
    },
    { auto: true },
  ],
})

export { expect }
