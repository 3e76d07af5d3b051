/** All real clients, in the order of the table. */
import aws4 from './aws4.mjs'
import curl from './curl.mjs'
import digestFetch from './digest-fetch.mjs'
import hawk from './hawk.mjs'
import signatures from './http-message-signatures.mjs'
import oauth1 from './oauth-1.0a.mjs'
import oauth4webapi from './oauth4webapi.mjs'
import openidClient from './openid-client.mjs'
import privacypass from './privacypass.mjs'
import { httpx, requests } from './python.mjs'
import webPush from './web-push.mjs'
import wget from './wget.mjs'

/** @type {readonly import('./client.mjs').Client[]} */
export const clients = [
  curl,
  wget,
  requests,
  httpx,
  digestFetch,
  aws4,
  hawk,
  oauth1,
  webPush,
  signatures,
  privacypass,
  oauth4webapi,
  openidClient,
]
