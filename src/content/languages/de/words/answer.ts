/** Wörter des Bereichs, der auf eine Challenge antwortet. */

export default {
  title: 'Auf die Challenge antworten',
  again: 'Noch einmal auf die letzte Challenge antworten',
  offers: 'Was der Server anbietet',
  calculation: 'Die Rechnung',
  show: 'Alle Werte zeigen',
  hide: 'Geheimnisse verbergen',
  put: 'In die Anfrage übernehmen',
  who: 'Anmelden als',
  as: '{name} · {what} · {role}',
  suspended: 'gesperrt',
  others: 'Alle anderen',
  unusable: 'Auf {scheme} kann hier niemand antworten: Wähl ein anderes Angebot.',
  'secret.password': 'Passwort',
  'secret.token': 'Token',
  'secret.api-key': 'API-Key',
  'secret.short': 'Token für 5 Minuten',
  'secret.other-audience': 'Token für einen anderen Dienst',
  'secret.forged': 'Token mit gefälschter Signatur',
  'secret.revoked': 'widerrufenes Token',
}
