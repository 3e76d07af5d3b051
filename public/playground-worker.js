/**
 * The service worker: MSW's, in a collar. MSW passes on to the network what no page claims; here nothing may leave, so
 * `fetch` inside the worker reaches this origin only.
 */

const reach = self.fetch.bind(self)

self.fetch = async (resource, options) => {
  const { url } = resource instanceof Request ? resource : new Request(resource)
  return new URL(url).origin === self.location.origin ? reach(resource, options) : Response.error()
}

// The page's own files take the straight way: MSW would ask the page about each of them.
self.addEventListener('fetch', (event) => {
  const { url, headers } = event.request
  const own = new URL(url).origin === self.location.origin
  if (own && !headers.has('Playground-Exchange')) event.stopImmediatePropagation()
})

importScripts('mockServiceWorker.js')
