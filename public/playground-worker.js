/**
 * The service worker: MSW's, in a collar. MSW passes on to the network what no page claims; here nothing may leave, so
 * `fetch` inside the worker reaches this origin only.
 */

const reach = self.fetch.bind(self)
const isOwn = ({ url }) => new URL(url).origin === self.location.origin

self.fetch = async (resource, options) =>
  isOwn(resource instanceof Request ? resource : new Request(resource)) ? reach(resource, options) : Response.error()

// The page's own files take the straight way: MSW would ask the page about each of them.
self.addEventListener('fetch', (event) => {
  const { request } = event
  if (isOwn(request) && !request.headers.has('Playground-Exchange')) event.stopImmediatePropagation()
})

importScripts('mockServiceWorker.js')
