/** Was der Playground über X-API-Key sagt, auf Deutsch. */

export default {
  scheme:
    'Ein Key in einem eigenen Header. Verbreitet, aber kein registriertes Schema: Clients, Caches und Redirects wissen nicht, dass er geheim ist.',
  'param.realm':
    'Der Schutzbereich. Kein Client kann damit etwas anfangen: Über Authorization lässt sich diese Challenge nicht beantworten.',
  key: 'Der API-Key. Er steht eher für ein Programm als für einen Menschen und gilt, bis ihn jemand widerruft.',
  'check.syntax': 'Ist es ein einzelner Key?',
  'pass.syntax': 'ein Key, ohne Leerraum',
  'fail.syntax': 'der Header ist leer oder enthält Leerraum',
  'check.known': 'Kenne ich diesen Key?',
  'pass.known': 'sein Hash steht in meiner Liste; den Key selbst habe ich nie gespeichert',
  'fail.known': 'sein Hash steht nicht in meiner Liste',
  'check.revoked': 'Nicht widerrufen?',
  'pass.revoked': 'der Key von {user} gilt',
  'fail.revoked': 'der Key von {user} wurde widerrufen',
  'check.expiry': 'Noch gültig?',
  'pass.expiry': 'gültig bis {expires}; es ist {now}',
  'fail.expiry': 'abgelaufen seit {expires}; es ist {now}',
  'moot.expiry': 'dieser Key läuft nie ab: Er gilt, bis ihn jemand widerruft',
}
