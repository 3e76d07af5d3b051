/**
 * Stands in for MSW's in-page interceptors in the bundle. They patch `fetch`, `XMLHttpRequest` and `WebSocket` where no
 * service worker can run; there our own in-page courier answers, and nothing of the page's is patched.
 */

class NoInterceptor {
  predicate(): boolean {
    return false
  }
  apply(): void {}
  dispose(): void {}
  on(): this {
    return this
  }
  once(): this {
    return this
  }
  off(): this {
    return this
  }
  removeAllListeners(): void {}
}

export {
  NoInterceptor as FetchInterceptor,
  NoInterceptor as WebSocketInterceptor,
  NoInterceptor as XMLHttpRequestInterceptor,
}

export class WebSocketClientConnection {}
export class WebSocketServerConnection {}
