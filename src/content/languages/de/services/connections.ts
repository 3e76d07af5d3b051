/** Was der Playground über Ressourcen sagt, die fragen, wem die Verbindung gehört, auf Deutsch. */

export default {
  'check.owner': 'Wem gehört diese Verbindung?',
  'pass.owner':
    'Verbindung {connection} gehört {user}: Die Anfrage braucht keine eigenen Zugangsdaten (Verbindungen sind hier ein Modell)',
  'fail.owner': 'Verbindung {connection} gehört niemandem: Melde sie erst mit {scheme} an',
  'check.active': 'Ist der Zugang noch offen?',
  'pass.active': 'das Konto von {user} ist aktiv',
  'fail.active': 'das Konto von {user} ist gesperrt',
}
