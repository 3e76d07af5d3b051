/** Was der Playground über das Programm sagt, das seine Leute anderswo anmelden lässt, auf Deutsch. */

export default {
  'check.challenge': 'Was behalte ich, was schicke ich mit?',
  'pass.challenge': 'der Verifier bleibt bei mir, sein Hash {challenge} geht mit',
  'check.state': 'Habe ich danach gefragt?',
  'pass.state': 'mit diesem `state` habe ich jemanden losgeschickt',
  'fail.state': 'mit dem `state` „{state}“ habe ich niemanden losgeschickt, oder er war schon zurück',
  'check.iss': 'Antwortet der, den ich gefragt habe?',
  'pass.iss': 'die Antwort kommt von {iss}',
  'fail.iss': 'gefragt habe ich {wants}, und „{iss}“ antwortet',
  'check.code': 'Habe ich einen Code bekommen?',
  'pass.code': 'ein Code ist da',
  'fail.code': 'kein Code, sondern der Fehler „{error}“',
  'page.returned': 'Zurück beim Fotobuch',
  'page.code':
    'Ich habe den Code {code} bekommen. Allein ist er nichts wert: Er stand in der Adresszeile des Browsers.',
  'page.verifier': 'Jetzt gehe ich selbst zum Token-Endpunkt, mit dem Code und dem Verifier, den nur ich kenne.',
  'page.exchange': 'Den Code gegen Tokens tauschen',
  'page.stopped': 'Hier höre ich auf',
  'page.wrong-state':
    'Nach dieser Antwort habe ich nicht gefragt. Vielleicht will dich jemand als jemand anderen anmelden.',
  'page.wrong-iss':
    'Gefragt habe ich einen anderen Server als {iss}. Ein Code, der für den einen bestimmt ist, darf nicht beim anderen landen.',
  'page.no-code': 'Der Authorization-Server gab keinen Code: {error}.',
}
