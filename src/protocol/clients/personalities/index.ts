/** The clients whose choice is known: programs first, then browsers. */

import chromium from './chromium.ts'
import curl from './curl.ts'
import firefox from './firefox.ts'
import httpx from './httpx.ts'
import type { Personality } from './personality.ts'
import requests from './requests.ts'
import webkitgtk from './webkitgtk.ts'
import wget from './wget.ts'

export const personalities: readonly Personality[] = [curl, wget, requests, httpx, chromium, firefox, webkitgtk]
