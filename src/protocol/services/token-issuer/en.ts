/** What the playground says about the issuer of private tokens, in English. */

export default {
  'check.media-type': 'Is it a request for a token?',
  'pass.media-type': 'its type is {wanted}',
  'fail.media-type': 'its type is {got}, and I take {wanted} only',
  'check.base64': 'Can I read the octets?',
  'pass.base64': 'they can be read (really they travel as they are; Base64 is modelled)',
  'fail.base64': 'the body is no Base64, in which this playground carries octets (modelled)',
  'check.type': 'Do I issue this type of token?',
  'pass.type': 'type {type}: blind RSA',
  'fail.type': 'I issue 0x0002 only, not {type}',
  'check.length': 'Is the message as long as it must be?',
  'pass.length': 'it has {octets} octets',
  'fail.length': 'it has {octets} octets, not {wanted}',
  'check.key': 'Is it for a key of mine?',
  'pass.key': 'the ID of one of my keys ends in {key}',
  'fail.key': 'no key of mine has an ID that ends in {key}',
  'check.attested': 'Does the attester vouch for this device?',
  'moot.attested': 'it would have to, before it passes the request on; here it is modelled as one that always does',
  'check.signed': 'Can I sign this?',
  'pass.signed': 'signed: it is a blinded number, so I see neither the nonce nor for which origin the token is',
  'fail.signed': 'the number is not below the modulus of my key',
}
