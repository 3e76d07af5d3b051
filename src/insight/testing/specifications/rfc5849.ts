/** The examples of RFC 5849. */

import type { Printed } from '../printed.ts'

const printed: readonly Printed[] = [
  {
    cite: 'RFC 5849 §1.2',
    example: {
      text: 'POST /initiate HTTP/1.1\nHost: photos.example.net\nAuthorization: OAuth realm="Photos", oauth_consumer_key="dpf43f3p2l4k3l03", oauth_signature_method="HMAC-SHA1", oauth_timestamp="137131200", oauth_nonce="wIjqoS", oauth_callback="http%3A%2F%2Fprinter.example.com%2Fready", oauth_signature="74KNZJeDHnMBp0EMJ9ZHt%2FXKycU%3D"\n\n---\nHTTP/1.1 200 OK\nContent-Type: application/x-www-form-urlencoded\n\noauth_token=hh5s93j4hdidpola&oauth_token_secret=hdhd0244k9j7ao03&oauth_callback_confirmed=true',
      circumstances: { transport: 'https', excerpt: true },
    },
    finds: [],
  },
  {
    cite: 'RFC 5849 §1.2',
    example: {
      text: 'POST /token HTTP/1.1\nHost: photos.example.net\nAuthorization: OAuth realm="Photos", oauth_consumer_key="dpf43f3p2l4k3l03", oauth_token="hh5s93j4hdidpola", oauth_signature_method="HMAC-SHA1", oauth_timestamp="137131201", oauth_nonce="walatlh", oauth_verifier="hfdp7dh39dks9884", oauth_signature="gKgrFCywp7rO0OXSjdot%2FIHF7IU%3D"\n\n---\nHTTP/1.1 200 OK\nContent-Type: application/x-www-form-urlencoded\n\noauth_token=nnch734d00sl2jdk&oauth_token_secret=pfkkdhi9sl3r4s00',
      circumstances: { transport: 'https', excerpt: true },
    },
    finds: [],
  },
  {
    cite: 'RFC 5849 §1.2',
    example: {
      text: 'GET /photos?file=vacation.jpg&size=original HTTP/1.1\nHost: photos.example.net\nAuthorization: OAuth realm="Photos", oauth_consumer_key="dpf43f3p2l4k3l03", oauth_token="nnch734d00sl2jdk", oauth_signature_method="HMAC-SHA1", oauth_timestamp="137131202", oauth_nonce="chapoH", oauth_signature="MdpQcU8iPSUjWoN%2FUDMsK2sui9I%3D"\n\n',
      circumstances: { transport: 'http' },
    },
    finds: [],
  },
  {
    cite: 'RFC 5849 §2.1',
    example: {
      text: 'POST /request_temp_credentials HTTP/1.1\nHost: server.example.com\nAuthorization: OAuth realm="Example", oauth_consumer_key="jd83jd92dhsh93js", oauth_signature_method="PLAINTEXT", oauth_callback="http%3A%2F%2Fclient.example.net%2Fcb%3Fx%3D1", oauth_signature="ja893SD9%26"\n\n---\nHTTP/1.1 200 OK\nContent-Type: application/x-www-form-urlencoded\n\noauth_token=hdk48Djdsa&oauth_token_secret=xyz4992k83j47x0b&oauth_callback_confirmed=true',
      circumstances: { transport: 'https', excerpt: true },
    },
    finds: [],
  },
  {
    cite: 'RFC 5849 §2.3',
    example: {
      text: 'POST /request_token HTTP/1.1\nHost: server.example.com\nAuthorization: OAuth realm="Example", oauth_consumer_key="jd83jd92dhsh93js", oauth_token="hdk48Djdsa", oauth_signature_method="PLAINTEXT", oauth_verifier="473f82d3", oauth_signature="ja893SD9%26xyz4992k83j47x0b"\n\n---\nHTTP/1.1 200 OK\nContent-Type: application/x-www-form-urlencoded\n\noauth_token=j49ddk933skd9dks&oauth_token_secret=ll399dj47dskfjdk',
      circumstances: { transport: 'https', excerpt: true },
    },
    finds: [],
  },
  // Its signature is misprinted, which nobody sees without the secrets.
  {
    cite: 'RFC 5849 §3.1',
    example:
      'POST /request?b5=%3D%253D&a3=a&c%40=&a2=r%20b HTTP/1.1\nHost: example.com\nContent-Type: application/x-www-form-urlencoded\nAuthorization: OAuth realm="Example", oauth_consumer_key="9djdj82h48djs9d2", oauth_token="kkk9d7dh3k39sjv7", oauth_signature_method="HMAC-SHA1", oauth_timestamp="137131201", oauth_nonce="7d8f3e4a", oauth_signature="bYT5CMsGcbgUdFHObYMEfcx6bsw%3D"\n\nc2&a3=2+q',
    finds: [],
  },
  // Before it is signed.
  {
    cite: 'RFC 5849 §3.1',
    example:
      'POST /request?b5=%3D%253D&a3=a&c%40=&a2=r%20b HTTP/1.1\nHost: example.com\nContent-Type: application/x-www-form-urlencoded\nAuthorization: OAuth realm="Example", oauth_consumer_key="9djdj82h48djs9d2", oauth_token="kkk9d7dh3k39sjv7", oauth_signature_method="HMAC-SHA1", oauth_timestamp="137131201", oauth_nonce="7d8f3e4a"\n\nc2&a3=2+q',
    finds: ['oauth1-params'],
  },
  {
    cite: 'RFC 5849 §3.5.1',
    example:
      'GET / HTTP/1.1\nHost: example.com\nAuthorization: OAuth realm="Example", oauth_consumer_key="0685bd9184jfhq22", oauth_token="ad180jjd733klru7", oauth_signature_method="HMAC-SHA1", oauth_signature="wOJIO9A2W5mFwDgiDvZbTSMK%2FPY%3D", oauth_timestamp="137131200", oauth_nonce="4572616e48616d6d65724c61686176", oauth_version="1.0"\n\n',
    finds: [],
  },
  {
    cite: 'RFC 5849 §3.5.1',
    example: {
      text: 'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: OAuth realm="http://server.example.com/"\n\n',
      circumstances: { excerpt: true },
    },
    finds: [],
  },
]

export default printed
