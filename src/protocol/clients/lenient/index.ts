/** The clients whose reading is known: programs, libraries, a browser. */

import chromium from './chromium.ts'
import type { LenientClient } from './client.ts'
import curl from './curl.ts'
import digestFetch from './digest-fetch.ts'
import httpx from './httpx.ts'
import oauth4webapi from './oauth4webapi.ts'
import requests from './requests.ts'
import wget from './wget.ts'

export const lenientClients: readonly LenientClient[] = [
  curl,
  wget,
  requests,
  httpx,
  digestFetch,
  oauth4webapi,
  chromium,
]
