/** One issuer signs tokens of several kinds; only one of them opens resources. */

import { firstValue, linesOf } from '../../reading.ts'
import type { Rule, View } from '../../rule.ts'
import { type JwtKind, kindOf } from '../jwt-kinds.ts'
import { urlOf } from '../origins.ts'
import { jwtsIn, type ShownJwt } from '../tokens.ts'

const NAMES: Readonly<Record<Exclude<JwtKind, 'access'>, string>> = {
  id: 'ID token',
  logout: 'logout token',
  proof: 'DPoP proof',
  assertion: 'client assertion',
  refresh: 'refresh token',
}

const rule: Rule = {
  level: 'must',
  cite: 'RFC 8725 §3.12',
  title: 'No access token: {kind}',
  why: 'What stands here as an access token was made for another purpose: {kind}. A server that takes every token of its issuer lets one kind pass for another, so it must look at `typ`, `aud` and claims, and the client must send an access token.',
  examples: {
    bad: [
      // {"iss":"https://as.example","aud":"app","at_hash":"MTIzNDU2Nzg5MGFiY2RlZg"}
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer «eyJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJodHRwczovL2FzLmV4YW1wbGUiLCJhdWQiOiJhcHAiLCJhdF9oYXNoIjoiTVRJek5EVTJOemc1TUdGaVkyUmxaZyJ9.AA»\n\n',
      // {"typ":"dpop+jwt","alg":"ES256","jwk":{"kty":"EC"}}
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: DPoP «eyJ0eXAiOiJkcG9wK2p3dCIsImFsZyI6IkVTMjU2IiwiandrIjp7Imt0eSI6IkVDIn19.eyJodG0iOiJHRVQifQ.AA»\n\n',
      // {"typ":"Refresh"}, as Keycloak writes it.
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer «eyJhbGciOiJIUzI1NiJ9.eyJ0eXAiOiJSZWZyZXNoIn0.AA»\n\n',
      // {"iss":"app","sub":"app","aud":"https://as.example/token","jti":"1"}
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer «eyJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJhcHAiLCJzdWIiOiJhcHAiLCJhdWQiOiJodHRwczovL2FzLmV4YW1wbGUvdG9rZW4iLCJqdGkiOiIxIn0.AA»\n\n',
    ],
    good: [
      // {"typ":"at+jwt"} {"aud":"https://a.example","nonce":"n"}
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer eyJ0eXAiOiJhdCtqd3QiLCJhbGciOiJIUzI1NiJ9.eyJhdWQiOiJodHRwczovL2EuZXhhbXBsZSIsIm5vbmNlIjoibiJ9.AA\n\n',
      // An ID token that is meant for this very host, as clouds make them for their services.
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJodHRwczovL2FzLmV4YW1wbGUiLCJhdWQiOiJodHRwczovL2EuZXhhbXBsZSIsImF0X2hhc2giOiJNVEl6TkRVMk56ZzVNR0ZpWTJSbFpnIn0.AA\n\n',
      // Kubernetes takes ID tokens, and nothing else.
      'GET /api/v1/pods HTTP/1.1\nHost: a.example\nUser-Agent: kubectl/v1.33.0\nAuthorization: Bearer eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJodHRwczovL2FzLmV4YW1wbGUiLCJhdWQiOiJrdWJlcm5ldGVzIiwiYXRfaGFzaCI6Ik1USXpORFUyTnpnNU1HRmlZMlJsWmcifQ.AA\n\n',
      // Some frameworks take the refresh token as a bearer token where it is exchanged.
      'POST /auth/refresh HTTP/1.1\nHost: a.example\nAuthorization: Bearer eyJhbGciOiJIUzI1NiJ9.eyJ0eXBlIjoicmVmcmVzaCJ9.AA\n\n',
      // A service account that signs for the API itself.
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJtZUBhcHAuZXhhbXBsZSIsInN1YiI6Im1lQGFwcC5leGFtcGxlIiwiYXVkIjoiaHR0cHM6Ly9hLmV4YW1wbGUvIn0.AA\n\n',
      // The proof, where it belongs.
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: DPoP eyJ0eXAiOiJhdCtqd3QiLCJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJhZGEifQ.AA\nDPoP: eyJ0eXAiOiJkcG9wK2p3dCIsImFsZyI6IkVTMjU2IiwiandrIjp7Imt0eSI6IkVDIn19.eyJodG0iOiJHRVQifQ.AA\n\n',
    ],
  },
  check: (view) =>
    jwtsIn(view).flatMap((shown) => {
      const kind = kindOf(shown.jwt)
      if (kind === undefined || kind === 'access') return []
      if (kind === 'refresh' && /refresh|logout|revoke|token/i.test(view.request?.message.line.target.text ?? ''))
        return []
      if ((kind === 'id' || kind === 'assertion') && isMeant(shown, view)) return []
      return [{ in: 'request', span: shown.token.span, slots: { kind: NAMES[kind] } }]
    }),
}

/** Whether the token was made for this recipient, whatever else it is; or the recipient is one that wants just this kind. */
function isMeant({ jwt: { claims = {} } }: ShownJwt, { request, response, circumstances }: View): boolean {
  const named = [claims.aud].flat()
  const host = urlOf(request, circumstances)?.host ?? ''
  const ours = named.some((each) => typeof each === 'string' && isOurs(each, host, circumstances.audience ?? []))
  // Made by one client for another part of the same application (OpenID Connect Core §2, `azp`).
  const handedOn = claims.azp !== undefined && !named.includes(claims.azp)
  const agent = firstValue(request, 'user-agent')?.text ?? ''
  return ours || handedOn || agent.startsWith('kubectl/') || linesOf(response, 'audit-id').length > 0
}

const isOurs = (aud: string, host: string, audience: readonly string[]): boolean =>
  audience.includes(aud) || aud === host || (URL.canParse(aud) && new URL(aud).host === host)

export default rule
