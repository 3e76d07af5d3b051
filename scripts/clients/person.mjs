/** Aladdin in front of a browser: he reads the pages of the authorization server, logs in, and says yes. */
import { same } from './client.mjs'

const FORM = { 'Content-Type': 'application/x-www-form-urlencoded' }
const LOGIN = { username: 'Aladdin', password: 'open sesame' }

/** What a form of the page would post. @param {string} html @param {string} button */
function pressed(html, button) {
  const forms = html.split('<form ').slice(1)
  const form = forms.find((each) => each.includes(`<button>${button}</button>`))
  if (!form) throw new Error(`There is no form with the button "${button}" in: ${html}`)
  const inputs = [...form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g)]
  return Object.fromEntries(inputs.map(([, name = '', value = '']) => [name, value]))
}

/**
 * From the address that the client made to the one that he comes back to.
 *
 * @param {typeof fetch} ask
 * @param {URL | string} address
 * @param {'allow' | 'deny'} [decision]
 */
export async function consents(ask, address, decision = 'allow') {
  const login = await ask(address)
  same('status of the login page', login.status, 200)
  const consent = await post(ask, 'login', { ...pressed(await login.text(), 'log-in'), ...LOGIN })
  same('status of the consent page', consent.status, 200)
  const back = await post(ask, 'consent', pressed(await consent.text(), decision))
  same('status of the way back', back.status, 303)
  return new URL(back.headers.get('location') ?? '')
}

/** He types the code that a device shows. @param {typeof fetch} ask @param {string} code */
export async function connectsDevice(ask, code) {
  const page = await ask(`https://auth.example.com/device?${new URLSearchParams({ user_code: code })}`)
  same('status of the device page', page.status, 200)
  const done = await post(ask, 'device', { ...pressed(await page.text(), 'allow'), ...LOGIN })
  same('status of the decision', done.status, 200)
}

/** @param {typeof fetch} ask @param {string} path @param {Record<string, string>} values */
const post = (ask, path, values) =>
  ask(`https://auth.example.com/${path}`, {
    method: 'POST',
    headers: FORM,
    body: new URLSearchParams(values).toString(),
  })
