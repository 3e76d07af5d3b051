/** Was der Playground über Mutual sagt, auf Deutsch. */

export default {
  scheme:
    'Beide Seiten weisen sich aus: du damit, dass du das Passwort kennst, der Server damit, dass er einen daraus gebildeten Prüfwert hat. Das Passwort geht nie über die Leitung, und an dem, was darüber geht, lassen sich keine Passwörter durchprobieren.',
  'param.version': 'Die Version des Protokolls: 1. Eine andere gibt es nicht.',
  'param.algorithm': 'Die Schlüsseleinigung und ihre Gruppe: hier Punkte der Kurve P-256, mit SHA-256.',
  'param.validation':
    'Woran beide Seiten ihre Beweise binden, damit keiner anderswo gilt. Über TLS ist es tls-server-end-point, der Hash des Serverzertifikats, das hier modelliert ist: Eine Seite sieht keines. Über einfaches HTTP ist es host: Schema, Name und Port.',
  'param.realm': 'Der Schutzbereich. Er geht in die Zahl ein, die aus dem Passwort wird.',
  'param.auth-scope': 'Wo eine Anmeldung gilt: hier auf dem ganzen Host. Auch das geht in diese Zahl ein.',
  'param.reason':
    'Warum der Server fragt: initial beim ersten Mal, stale-session, wenn nur neue Schlüssel nötig sind, auth-failed, wenn ein Beweis falsch war.',
  'param.user': 'Wer sich anmelden will.',
  'param.user*': 'Der Benutzername als prozentkodiertes UTF-8, für Namen, die nicht aus ASCII bestehen.',
  'param.kc1':
    'Der Schlüssel des Clients: ein Punkt der Kurve, seine geheime Zahl mal Basispunkt. Über das Passwort sagt er nichts.',
  'param.sid': 'Die Sitzung, die aus dem Schlüsseltausch entstand. Jeder Beweis in ihr nennt sie.',
  'param.ks1':
    'Der Schlüssel des Servers: ein Punkt, in dem der Prüfwert und der Schlüssel des Clients gemischt sind. Für einen Namen, den niemand hat, irgendein Punkt.',
  'param.nc-max': 'Für wie viele Anfragen die Sitzung gut ist.',
  'param.nc-window': 'Wie weit ein Zähler zurückliegen darf, für Anfragen, die einander überholen.',
  'param.time': 'Wie viele Sekunden die Sitzung gilt.',
  'param.nc': 'Die wievielte Anfrage der Sitzung das ist. Derselbe Zähler zweimal ist ein Replay.',
  'param.vkc':
    'Der Beweis des Clients: ein Hash über beide Schlüssel, das gemeinsame Geheimnis, den Zähler und das, woran validation ihn bindet.',
  'param.vks': 'Der Beweis des Servers: derselbe Hash mit anderem Anfang. Nur wer den Prüfwert hat, kommt darauf.',
  'decoded.user': 'Benutzer',
  'unsendable.unprepared': 'Name oder Passwort ist leer, oder der Name enthält Steuerzeichen.',
  'check.params': 'Sind alle Parameter da?',
  'pass.params': 'es fehlt nichts',
  'fail.params': 'es fehlt: {missing}',
  'check.version': 'Kenne ich diese Version?',
  'pass.version': 'Version {version}',
  'fail.version': 'ich kenne Version 1, nicht {version}',
  'check.algorithm': 'Habe ich diesen Algorithmus angeboten?',
  'pass.algorithm': '{algorithm}, jeder Beweis gebunden mit {validation}',
  'fail.algorithm': 'angeboten habe ich {offered} mit {bound}, nicht {algorithm} mit {validation}',
  'check.numbers': 'Sind die Zahlen richtig geschrieben?',
  'pass.numbers': 'Hexziffern, wo sie hingehören, und so viele, wie es sein müssen',
  'fail.numbers':
    'ein Schlüssel, eine Sitzung, ein Zähler oder ein Beweis ist falsch geschrieben, oder Schlüssel und Beweis stehen beieinander',
  'check.realm': 'Ist das mein Realm?',
  'pass.realm': 'der Realm ist „{realm}“ auf {scope}',
  'fail.realm': 'mein Realm ist „{realm}“ auf {scope}, nicht „{got}“ auf {got-scope}',
  'check.point': 'Kann ich mit diesem Punkt rechnen?',
  'pass.point': 'er liegt auf der Kurve und hebt den Prüfwert nicht auf',
  'fail.point':
    'er liegt nicht auf der Kurve oder hebt den Prüfwert auf: So einen Schlüssel sendet niemand, der ehrlich ist',
  'check.user': 'Kenne ich diesen Benutzer?',
  'pass.user': '{user} ist bekannt, und ich habe einen Prüfwert zu diesem Namen',
  'fail.user':
    'hier heißt niemand „{user}“. Mein Schlüssel war irgendein Punkt, und ich antworte wie auf ein falsches Passwort',
  'moot.user':
    'hier heißt niemand „{user}“, aber ich lasse mir nichts anmerken: Ich schicke irgendeinen Punkt als Schlüssel und mache weiter',
  'check.proved': 'Ist ein Beweis dabei?',
  'fail.proved':
    'noch nicht: Das ist der Schlüssel des Clients. Ich antworte mit meinem, und nur das richtige Passwort findet das Geheimnis darin',
  'check.sid': 'Kenne ich diese Sitzung?',
  'pass.sid': '{sid} ist eine von meinen',
  'fail.sid': '{sid} ist keine von meinen, oder ich habe sie vergessen: Tausch die Schlüssel neu',
  'check.alive': 'Ist in dieser Sitzung noch ein Versuch frei?',
  'pass.alive': 'bisher war kein Beweis in ihr falsch',
  'fail.alive': 'in {sid} war ein Beweis falsch, und jeder Schlüsseltausch ist für einen Versuch gut',
  'check.proof': 'Komme ich auf denselben Beweis?',
  'pass.proof': 'es ist derselbe: Hier kennt jemand das Passwort von {user}, ich dagegen nicht',
  'fail.proof':
    'meiner ist ein anderer; falsches Passwort für {user}, oder der Beweis gilt für einen anderen Server oder Zähler',
  'check.in-time': 'Ist die Sitzung noch in ihrer Zeit?',
  'pass.in-time': 'sie ist {age} s alt und gilt {time} s',
  'fail.in-time': 'sie ist {age} s alt, gilt aber nur {time} s: Tausch die Schlüssel neu',
  'check.window': 'Nehme ich diesen Zähler an?',
  'pass.window': '{nc} liegt zwischen {least} und {most}',
  'fail.window': '{nc} liegt nicht zwischen {least} und {most}',
  'check.replay': 'Ist dieser Zähler neu?',
  'pass.replay': 'nc {nc} kam in dieser Sitzung noch nicht vor',
  'fail.replay': 'nc {nc} kam in dieser Sitzung schon vor: ein Replay',
  'check.server-sid': 'Spricht der Server von derselben Sitzung?',
  'pass.server-sid': 'seine sid ist {sid}, wie meine',
  'fail.server-sid': 'seine sid ist „{got}“, meine ist {sid}',
  'check.server-proof': 'Kennt der Server mich?',
  'pass.server-proof': 'vks ist das, worauf ich selbst komme: Dahin gelangt nur, wer meinen Prüfwert hat',
  'fail.server-proof':
    'vks müsste {expected} sein: Wer da antwortet, hat meinen Prüfwert nicht, also trau der Antwort nicht',
}
