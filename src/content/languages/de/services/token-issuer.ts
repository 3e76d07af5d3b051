/** Was der Playground über den Issuer privater Tokens sagt, auf Deutsch. */

export default {
  'check.media-type': 'Ist das eine Bitte um ein Token?',
  'pass.media-type': 'der Typ ist {wanted}',
  'fail.media-type': 'der Typ ist {got}, und ich nehme nur {wanted}',
  'check.base64': 'Kann ich die Oktette lesen?',
  'pass.base64': 'sie sind lesbar (in Wirklichkeit kommen sie, wie sie sind; Base64 gehört zum Modell)',
  'fail.base64': 'der Body ist kein Base64, und so überträgt dieser Playground Oktette (ein Modell)',
  'check.type': 'Stelle ich diese Art Token aus?',
  'pass.type': 'Typ {type}: blindes RSA',
  'fail.type': 'ich stelle nur 0x0002 aus, nicht {type}',
  'check.length': 'Ist die Nachricht so lang, wie sie sein muss?',
  'pass.length': 'sie hat {octets} Oktette',
  'fail.length': 'sie hat {octets} Oktette, nicht {wanted}',
  'check.key': 'Ist sie für einen Schlüssel von mir?',
  'pass.key': 'die ID eines meiner Schlüssel endet auf {key}',
  'fail.key': 'keiner meiner Schlüssel hat eine ID, die auf {key} endet',
  'check.attested': 'Verbürgt sich der Attester für dieses Gerät?',
  'moot.attested': 'das müsste er, bevor er die Anfrage weitergibt; hier tut er es im Modell immer',
  'check.signed': 'Kann ich das signieren?',
  'pass.signed':
    'signiert: Es ist eine verblindete Zahl, also sehe ich weder die Nonce noch den Origin, für den das Token ist',
  'fail.signed': 'die Zahl ist nicht kleiner als der Modulus meines Schlüssels',
}
