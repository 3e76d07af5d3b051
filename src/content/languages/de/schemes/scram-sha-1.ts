/** Was der Playground über SCRAM mit SHA-1 sagt, auf Deutsch. */

import words from './scram-sha-256.ts'

export default {
  ...words,
  scheme:
    'SCRAM mit dem älteren Hash SHA-1, für Datenbanken, in denen schon dessen Schlüssel liegen. In zwei Hin- und Rückwegen beweist du, dass du das Passwort kennst, und der Server, dass er deinen Prüfwert hat.',
}
