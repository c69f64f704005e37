<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>ErrorCatalog</name>
    <message>
        <source>&quot;{proxy}&quot; is not the address of a proxy.</source>
        <translation>„{proxy}“ ist keine Adresse eines Proxys.</translation>
    </message>
    <message>
        <source>Write it like http://proxy.example.com:3128; user and password go into --option proxy_user=NAME and --proxy-password-file.</source>
        <translation>Schreiben Sie sie wie http://proxy.example.com:3128; Benutzer und Kennwort gehören in --option proxy_user=NAME und --proxy-password-file.</translation>
    </message>
    <message>
        <source>The proxy {proxy} did not connect to {host} (status {status}).</source>
        <translation>Der Proxy {proxy} hat keine Verbindung zu {host} hergestellt (Status {status}).</translation>
    </message>
    <message>
        <source>Check the proxy&apos;s rules, and its user and password.</source>
        <translation>Prüfen Sie die Regeln des Proxys sowie Benutzer und Kennwort dafür.</translation>
    </message>
    <message>
        <source>This customer has no conversation &quot;{interaction}&quot;.</source>
        <translation>Dieser Kunde hat keinen Vorgang „{interaction}“.</translation>
    </message>
    <message>
        <source>Name it by its number in the system it comes from, or as source:number.</source>
        <translation>Nennen Sie ihn mit seiner Nummer im Herkunftssystem oder als Quelle:Nummer.</translation>
    </message>
    <message>
        <source>The note is empty.</source>
        <translation>Die Notiz ist leer.</translation>
    </message>
    <message>
        <source>Write something into it.</source>
        <translation>Schreiben Sie etwas hinein.</translation>
    </message>
    <message>
        <source>The note has {size} bytes; {limit} are the most.</source>
        <translation>Die Notiz hat {size} Bytes; höchstens {limit} sind möglich.</translation>
    </message>
    <message>
        <source>Shorten it.</source>
        <translation>Kürzen Sie sie.</translation>
    </message>
    <message>
        <source>{host} has no conversation {interaction}, or does not show it to the account.</source>
        <translation>{host} hat keinen Vorgang {interaction} oder zeigt ihn dem Konto nicht.</translation>
    </message>
    <message>
        <source>Check it there; &apos;forewordctl outbox discard&apos; takes the note out.</source>
        <translation>Prüfen Sie es dort; „forewordctl outbox discard“ nimmt die Notiz heraus.</translation>
    </message>
    <message>
        <source>Conversation {interaction} was closed after the note was written.</source>
        <translation>Vorgang {interaction} wurde geschlossen, nachdem die Notiz geschrieben war.</translation>
    </message>
    <message>
        <source>&apos;forewordctl outbox retry {key}&apos; sends it all the same, &apos;outbox discard {key}&apos; drops it.</source>
        <translation>„forewordctl outbox retry {key}“ sendet sie trotzdem, „outbox discard {key}“ verwirft sie.</translation>
    </message>
    <message>
        <source>Conversation {interaction} was merged into {target}.</source>
        <translation>Vorgang {interaction} wurde mit {target} zusammengeführt.</translation>
    </message>
    <message>
        <source>&apos;forewordctl outbox retry {key}&apos; writes the note there, &apos;outbox discard {key}&apos; drops it.</source>
        <translation>„forewordctl outbox retry {key}“ schreibt die Notiz dorthin, „outbox discard {key}“ verwirft sie.</translation>
    </message>
    <message>
        <source>{host} did not take the note for {interaction} (status {status}).</source>
        <translation>{host} hat die Notiz zu {interaction} nicht angenommen (Status {status}).</translation>
    </message>
    <message>
        <source>Check what the account may do there.</source>
        <translation>Prüfen Sie, was das Konto dort darf.</translation>
    </message>
    <message>
        <source>No note can be written to &quot;{source}&quot;: it is not a connected system.</source>
        <translation>In „{source}“ kann keine Notiz geschrieben werden: Es ist kein verbundenes System.</translation>
    </message>
    <message>
        <source>There is no note &quot;{key}&quot; in the outbox.</source>
        <translation>Im Postausgang ist keine Notiz „{key}“.</translation>
    </message>
    <message>
        <source>See &apos;forewordctl outbox list&apos;.</source>
        <translation>Siehe „forewordctl outbox list“.</translation>
    </message>
    <message>
        <source>{entry} needs the use &quot;{use}&quot;, which the dictionary does not permit for {value}.</source>
        <translation>{entry} braucht die Verwendung „{use}“, die das Wörterbuch für {value} nicht erlaubt.</translation>
    </message>
    <message>
        <source>Change what the rule does, or add the use to the definition if its authority allows it.</source>
        <translation>Ändern Sie, was die Regel tut, oder ergänzen Sie die Verwendung in der Definition, wenn deren Grundlage es zulässt.</translation>
    </message>
    <message>
        <source>Charter {version} stays in force: what was chosen after it has errors, the first in {where}.</source>
        <translation>Charta {version} bleibt in Kraft: Was danach gewählt wurde, hat Fehler, den ersten in {where}.</translation>
    </message>
    <message>
        <source>See &apos;forewordctl policy check&apos;.</source>
        <translation>Siehe „forewordctl policy check“.</translation>
    </message>
    <message>
        <source>An internal check failed ({detail}).</source>
        <translation>Eine interne Prüfung ist fehlgeschlagen ({detail}).</translation>
    </message>
    <message>
        <source>Please report this with the log.</source>
        <translation>Bitte melden Sie das mit dem Protokoll.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>Wrong usage: {detail}.</source>
        <translation>Falscher Aufruf: {detail}.</translation>
    </message>
    <message>
        <source>See --help.</source>
        <translation>Siehe --help.</translation>
    </message>
    <message>
        <source>{file} does not exist.</source>
        <translation>{file} gibt es nicht.</translation>
    </message>
    <message>
        <source>Check the path.</source>
        <translation>Prüfen Sie den Pfad.</translation>
    </message>
    <message>
        <source>{file} cannot be read ({detail}).</source>
        <translation>{file} lässt sich nicht lesen ({detail}).</translation>
    </message>
    <message>
        <source>Check its permissions.</source>
        <translation>Prüfen Sie die Zugriffsrechte.</translation>
    </message>
    <message>
        <source>{file} cannot be written ({detail}).</source>
        <translation>{file} lässt sich nicht schreiben ({detail}).</translation>
    </message>
    <message>
        <source>The disk is full; nothing was half-written.</source>
        <translation>Der Datenträger ist voll; nichts wurde halb geschrieben.</translation>
    </message>
    <message>
        <source>Free some space and try again.</source>
        <translation>Schaffen Sie Platz und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The line is not valid JSON ({detail}).</source>
        <translation>Die Zeile ist kein gültiges JSON ({detail}).</translation>
    </message>
    <message>
        <source>Write one JSON object a line.</source>
        <translation>Schreiben Sie ein JSON-Objekt je Zeile.</translation>
    </message>
    <message>
        <source>The line is not valid UTF-8.</source>
        <translation>Die Zeile ist kein gültiges UTF-8.</translation>
    </message>
    <message>
        <source>Save the file as UTF-8.</source>
        <translation>Speichern Sie die Datei als UTF-8.</translation>
    </message>
    <message>
        <source>The line is not a JSON object.</source>
        <translation>Die Zeile ist kein JSON-Objekt.</translation>
    </message>
    <message>
        <source>Record type &quot;{value}&quot; is not known.</source>
        <translation>Der Datensatztyp „{value}“ ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Use customer, interaction, message, consent, offer or event.</source>
        <translation>Möglich sind customer, interaction, message, consent, offer und event.</translation>
    </message>
    <message>
        <source>Field &quot;{field}&quot; is missing.</source>
        <translation>Das Feld „{field}“ fehlt.</translation>
    </message>
    <message>
        <source>Add it.</source>
        <translation>Ergänzen Sie es.</translation>
    </message>
    <message>
        <source>Field &quot;{field}&quot; is not {expected}.</source>
        <translation>Das Feld „{field}“ hat nicht die Form {expected}.</translation>
    </message>
    <message>
        <source>Mend the value.</source>
        <translation>Berichtigen Sie den Wert.</translation>
    </message>
    <message>
        <source>Field &quot;{field}&quot; is not known.</source>
        <translation>Das Feld „{field}“ ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Remove it or mend its name.</source>
        <translation>Entfernen Sie es oder berichtigen Sie den Namen.</translation>
    </message>
    <message>
        <source>Field &quot;{field}&quot; has the value &quot;{value}&quot;, which is not allowed.</source>
        <translation>Das Feld „{field}“ hat den Wert „{value}“, der nicht erlaubt ist.</translation>
    </message>
    <message>
        <source>Allowed: {allowed}.</source>
        <translation>Erlaubt: {allowed}.</translation>
    </message>
    <message>
        <source>Field &quot;{field}&quot; is not an RFC 3339 time with offset.</source>
        <translation>Das Feld „{field}“ ist keine Zeit nach RFC 3339 mit Zeitzonenversatz.</translation>
    </message>
    <message>
        <source>Write it like 2026-11-09T10:02:00+01:00.</source>
        <translation>Schreiben Sie sie wie 2026-11-09T10:02:00+01:00.</translation>
    </message>
    <message>
        <source>The line is longer than {limit} bytes.</source>
        <translation>Die Zeile ist länger als {limit} Byte.</translation>
    </message>
    <message>
        <source>Split the record.</source>
        <translation>Teilen Sie den Datensatz.</translation>
    </message>
    <message>
        <source>{file} changed while it was read.</source>
        <translation>{file} hat sich beim Lesen geändert.</translation>
    </message>
    <message>
        <source>Run the import again.</source>
        <translation>Starten Sie den Import noch einmal.</translation>
    </message>
    <message>
        <source>{file} is not of a kind that can be imported.</source>
        <translation>{file} ist keine Datei, die importiert werden kann.</translation>
    </message>
    <message>
        <source>Give a JSON Lines file (.jsonl); CSV and mail also need --mapping FILE.</source>
        <translation>Geben Sie eine JSON-Lines-Datei (.jsonl) an; CSV und E-Mail brauchen außerdem --mapping DATEI.</translation>
    </message>
    <message>
        <source>The text is not valid {encoding}.</source>
        <translation>Der Text ist kein gültiges {encoding}.</translation>
    </message>
    <message>
        <source>Name the file&apos;s encoding in the mapping.</source>
        <translation>Nennen Sie die Kodierung der Datei in der Zuordnung.</translation>
    </message>
    <message>
        <source>A quotation mark stands in the wrong place in column &quot;{column}&quot;.</source>
        <translation>In Spalte „{column}“ steht ein Anführungszeichen an der falschen Stelle.</translation>
    </message>
    <message>
        <source>Put the whole field into quotes and double the quotes in it.</source>
        <translation>Setzen Sie das ganze Feld in Anführungszeichen und verdoppeln Sie die im Feld.</translation>
    </message>
    <message>
        <source>The row that begins here does not end within {limit} bytes.</source>
        <translation>Die Zeile, die hier beginnt, endet nicht innerhalb von {limit} Bytes.</translation>
    </message>
    <message>
        <source>Close the quotes of its fields.</source>
        <translation>Schließen Sie die Anführungszeichen ihrer Felder.</translation>
    </message>
    <message>
        <source>The row has {found} fields and the header {expected}.</source>
        <translation>Die Zeile hat {found} Felder, die Kopfzeile {expected}.</translation>
    </message>
    <message>
        <source>Mend the row, or name the separator in the mapping.</source>
        <translation>Berichtigen Sie die Zeile, oder nennen Sie das Trennzeichen in der Zuordnung.</translation>
    </message>
    <message>
        <source>The header has no column &quot;{column}&quot;.</source>
        <translation>Die Kopfzeile hat keine Spalte „{column}“.</translation>
    </message>
    <message>
        <source>Mend its name in the mapping, or name the separator there.</source>
        <translation>Berichtigen Sie den Namen in der Zuordnung, oder nennen Sie dort das Trennzeichen.</translation>
    </message>
    <message>
        <source>The header has the column &quot;{column}&quot; twice.</source>
        <translation>Die Kopfzeile hat die Spalte „{column}“ zweimal.</translation>
    </message>
    <message>
        <source>Give each column a name of its own.</source>
        <translation>Geben Sie jeder Spalte einen eigenen Namen.</translation>
    </message>
    <message>
        <source>Column &quot;{column}&quot; does not fit field &quot;{field}&quot;: {detail}.</source>
        <translation>Spalte „{column}“ passt nicht zum Feld „{field}“: {detail}.</translation>
    </message>
    <message>
        <source>Mend the value, or what the mapping makes of it.</source>
        <translation>Berichtigen Sie den Wert, oder was die Zuordnung daraus macht.</translation>
    </message>
    <message>
        <source>The mail is larger than {limit} bytes.</source>
        <translation>Die E-Mail ist größer als {limit} Bytes.</translation>
    </message>
    <message>
        <source>Take it out of the archive, or leave it out with --skip-bad.</source>
        <translation>Nehmen Sie sie aus dem Archiv, oder lassen Sie sie mit --skip-bad aus.</translation>
    </message>
    <message>
        <source>This is no mail: it has no header, or far too much of it.</source>
        <translation>Das ist keine E-Mail: Sie hat keinen Kopf, oder viel zu viel davon.</translation>
    </message>
    <message>
        <source>The mail has no sender&apos;s address.</source>
        <translation>Die E-Mail hat keine Absenderadresse.</translation>
    </message>
    <message>
        <source>Mend its From header, or leave it out with --skip-bad.</source>
        <translation>Berichtigen Sie ihre From-Zeile, oder lassen Sie sie mit --skip-bad aus.</translation>
    </message>
    <message>
        <source>The mail has no date.</source>
        <translation>Die E-Mail hat kein Datum.</translation>
    </message>
    <message>
        <source>Mend its Date header, or leave it out with --skip-bad.</source>
        <translation>Berichtigen Sie ihre Date-Zeile, oder lassen Sie sie mit --skip-bad aus.</translation>
    </message>
    <message>
        <source>There is no workspace in {path}.</source>
        <translation>In {path} ist kein Arbeitsbereich.</translation>
    </message>
    <message>
        <source>Create one with &apos;forewordctl workspace init&apos;.</source>
        <translation>Legen Sie einen mit „forewordctl workspace init“ an.</translation>
    </message>
    <message>
        <source>There is a workspace in {path} already.</source>
        <translation>In {path} ist schon ein Arbeitsbereich.</translation>
    </message>
    <message>
        <source>Choose another folder, or use the one that is there.</source>
        <translation>Wählen Sie einen anderen Ordner oder nehmen Sie den vorhandenen.</translation>
    </message>
    <message>
        <source>The workspace has schema {found}; this program knows up to {known}.</source>
        <translation>Der Arbeitsbereich hat Schema {found}; dieses Programm kennt bis {known}.</translation>
    </message>
    <message>
        <source>Use the newer program.</source>
        <translation>Nehmen Sie das neuere Programm.</translation>
    </message>
    <message>
        <source>The key does not fit this workspace.</source>
        <translation>Der Schlüssel passt nicht zu diesem Arbeitsbereich.</translation>
    </message>
    <message>
        <source>Give the key it was created with.</source>
        <translation>Geben Sie den Schlüssel an, mit dem er angelegt wurde.</translation>
    </message>
    <message>
        <source>The workspace file is damaged ({detail}).</source>
        <translation>Die Datei des Arbeitsbereichs ist beschädigt ({detail}).</translation>
    </message>
    <message>
        <source>Restore a backup from the workspace&apos;s backups folder.</source>
        <translation>Stellen Sie eine Sicherung aus dem Ordner „backups“ des Arbeitsbereichs wieder her.</translation>
    </message>
    <message>
        <source>Another program is using the workspace.</source>
        <translation>Ein anderes Programm benutzt den Arbeitsbereich.</translation>
    </message>
    <message>
        <source>Close it and try again.</source>
        <translation>Schließen Sie es und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The workspace file is not encrypted; it was not opened.</source>
        <translation>Die Datei des Arbeitsbereichs ist nicht verschlüsselt; sie wurde nicht geöffnet.</translation>
    </message>
    <message>
        <source>Remove it and create a workspace again.</source>
        <translation>Entfernen Sie sie und legen Sie den Arbeitsbereich neu an.</translation>
    </message>
    <message>
        <source>The workspace needs a key.</source>
        <translation>Der Arbeitsbereich braucht einen Schlüssel.</translation>
    </message>
    <message>
        <source>Name the key file with --key-file.</source>
        <translation>Nennen Sie die Schlüsseldatei mit --key-file.</translation>
    </message>
    <message>
        <source>{file} does not hold a key.</source>
        <translation>{file} enthält keinen Schlüssel.</translation>
    </message>
    <message>
        <source>A key file has 64 hexadecimal digits and an optional newline.</source>
        <translation>Eine Schlüsseldatei hat 64 hexadezimale Ziffern, danach höchstens einen Zeilenumbruch.</translation>
    </message>
    <message>
        <source>The workspace could not be read or written ({detail}).</source>
        <translation>Der Arbeitsbereich ließ sich nicht lesen oder schreiben ({detail}).</translation>
    </message>
    <message>
        <source>Try again; the last saved state is kept.</source>
        <translation>Versuchen Sie es noch einmal; der letzte gespeicherte Stand bleibt erhalten.</translation>
    </message>
    <message>
        <source>The workspace could not be brought to schema {to} ({detail}).</source>
        <translation>Der Arbeitsbereich ließ sich nicht auf Schema {to} bringen ({detail}).</translation>
    </message>
    <message>
        <source>The backup {backup} holds the state before.</source>
        <translation>Die Sicherung {backup} hält den Stand davor.</translation>
    </message>
    <message>
        <source>No customer found for &quot;{query}&quot;.</source>
        <translation>Zu „{query}“ wurde niemand gefunden.</translation>
    </message>
    <message>
        <source>Try another identifier, or &apos;forewordctl find&apos;.</source>
        <translation>Versuchen Sie eine andere Angabe oder „forewordctl find“.</translation>
    </message>
    <message>
        <source>{count} customers found for &quot;{query}&quot;.</source>
        <translation>Zu „{query}“ wurden {count} Personen gefunden.</translation>
    </message>
    <message>
        <source>Name one as source:id.</source>
        <translation>Nennen Sie eine als Quelle:Kennung.</translation>
    </message>
    <message>
        <source>There is no source &quot;{source}&quot;.</source>
        <translation>Es gibt keine Quelle „{source}“.</translation>
    </message>
    <message>
        <source>See &apos;forewordctl source list&apos;.</source>
        <translation>Siehe „forewordctl source list“.</translation>
    </message>
    <message>
        <source>There is a source &quot;{source}&quot; already.</source>
        <translation>Es gibt schon eine Quelle „{source}“.</translation>
    </message>
    <message>
        <source>Remove it first, or choose another name.</source>
        <translation>Entfernen Sie sie zuerst oder wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>Source kind &quot;{kind}&quot; is not known.</source>
        <translation>Die Art der Quelle „{kind}“ ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Known: {known}.</source>
        <translation>Bekannt: {known}.</translation>
    </message>
    <message>
        <source>Option &quot;{option}&quot; is not valid for this kind of source.</source>
        <translation>Die Option „{option}“ gilt nicht für diese Art von Quelle.</translation>
    </message>
    <message>
        <source>The source needs a token, or a user and a password.</source>
        <translation>Die Quelle braucht ein Token oder Benutzer und Passwort.</translation>
    </message>
    <message>
        <source>Use --token-file, or --user and --password-file.</source>
        <translation>Nehmen Sie --token-file oder --user und --password-file.</translation>
    </message>
    <message>
        <source>&quot;{url}&quot; is not a web address.</source>
        <translation>„{url}“ ist keine Webadresse.</translation>
    </message>
    <message>
        <source>Write it like https://help.example.com.</source>
        <translation>Schreiben Sie sie wie https://help.example.com.</translation>
    </message>
    <message>
        <source>Plain http is refused for {host}.</source>
        <translation>Unverschlüsseltes http wird für {host} abgelehnt.</translation>
    </message>
    <message>
        <source>Use https; for a server on this machine add --option allow_http=yes.</source>
        <translation>Nehmen Sie https; für einen Server auf diesem Rechner ergänzen Sie --option allow_http=yes.</translation>
    </message>
    <message>
        <source>{host} cannot be reached.</source>
        <translation>{host} ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>Check the address and the network.</source>
        <translation>Prüfen Sie Adresse und Netz.</translation>
    </message>
    <message>
        <source>The secure connection to {host} failed ({detail}).</source>
        <translation>Die sichere Verbindung zu {host} kam nicht zustande ({detail}).</translation>
    </message>
    <message>
        <source>Check the server&apos;s certificate, or name its CA with --option ca_file=FILE.</source>
        <translation>Prüfen Sie das Zertifikat des Servers oder nennen Sie seine CA mit --option ca_file=DATEI.</translation>
    </message>
    <message>
        <source>{host} did not answer in time.</source>
        <translation>{host} hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>Try again later.</source>
        <translation>Versuchen Sie es später noch einmal.</translation>
    </message>
    <message>
        <source>The connection to {host} broke ({detail}).</source>
        <translation>Die Verbindung zu {host} ist abgebrochen ({detail}).</translation>
    </message>
    <message>
        <source>Try again; what was fetched is kept.</source>
        <translation>Versuchen Sie es noch einmal; Geholtes bleibt erhalten.</translation>
    </message>
    <message>
        <source>The answer of {host} is larger than {limit} bytes.</source>
        <translation>Die Antwort von {host} ist größer als {limit} Byte.</translation>
    </message>
    <message>
        <source>Narrow the pull with --customer or --since.</source>
        <translation>Grenzen Sie den Abruf mit --customer oder --since ein.</translation>
    </message>
    <message>
        <source>The answer of {host} ended early.</source>
        <translation>Die Antwort von {host} endete zu früh.</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>{host} answered with status {status} to {request}.</source>
        <translation>{host} hat auf {request} mit Status {status} geantwortet.</translation>
    </message>
    <message>
        <source>Check the account&apos;s rights and the server&apos;s log.</source>
        <translation>Prüfen Sie die Rechte des Kontos und das Protokoll des Servers.</translation>
    </message>
    <message>
        <source>{host} refused the account.</source>
        <translation>{host} hat das Konto abgelehnt.</translation>
    </message>
    <message>
        <source>Check user, password or token.</source>
        <translation>Prüfen Sie Benutzer, Passwort oder Token.</translation>
    </message>
    <message>
        <source>{host} asks to wait {seconds} seconds.</source>
        <translation>{host} bittet, {seconds} Sekunden zu warten.</translation>
    </message>
    <message>
        <source>{host} sent an answer that does not fit its interface ({field}).</source>
        <translation>{host} hat eine Antwort geschickt, die nicht zur Schnittstelle passt ({field}).</translation>
    </message>
    <message>
        <source>Check the server&apos;s version.</source>
        <translation>Prüfen Sie die Version des Servers.</translation>
    </message>
    <message>
        <source>Not valid TOML: {detail}.</source>
        <translation>Kein gültiges TOML: {detail}.</translation>
    </message>
    <message>
        <source>Mend the line.</source>
        <translation>Berichtigen Sie die Zeile.</translation>
    </message>
    <message>
        <source>Key &quot;{field}&quot; is not known here.</source>
        <translation>Der Schlüssel „{field}“ ist hier nicht bekannt.</translation>
    </message>
    <message>
        <source>Known: {allowed}.</source>
        <translation>Bekannt: {allowed}.</translation>
    </message>
    <message>
        <source>&quot;{field}&quot; is missing in {entry}.</source>
        <translation>„{field}“ fehlt in {entry}.</translation>
    </message>
    <message>
        <source>&quot;{field}&quot; has the value &quot;{value}&quot;, which is not allowed.</source>
        <translation>„{field}“ hat den Wert „{value}“, der nicht erlaubt ist.</translation>
    </message>
    <message>
        <source>The id &quot;{value}&quot; is used twice.</source>
        <translation>Die Kennung „{value}“ kommt zweimal vor.</translation>
    </message>
    <message>
        <source>Give each entry an id of its own.</source>
        <translation>Geben Sie jedem Eintrag eine eigene Kennung.</translation>
    </message>
    <message>
        <source>The dictionary has no signal &quot;{value}&quot;.</source>
        <translation>Das Verzeichnis hat kein Signal „{value}“.</translation>
    </message>
    <message>
        <source>Mend the name, or define the signal.</source>
        <translation>Berichtigen Sie den Namen oder legen Sie das Signal fest.</translation>
    </message>
    <message>
        <source>There is no offer kind &quot;{value}&quot;.</source>
        <translation>Es gibt keine Angebotsart „{value}“.</translation>
    </message>
    <message>
        <source>Use marketing, upsell, retention, support or service_notice.</source>
        <translation>Möglich sind marketing, upsell, retention, support und service_notice.</translation>
    </message>
    <message>
        <source>The review date of {entry} has passed ({value}).</source>
        <translation>Der Prüftermin von {entry} ist vorbei ({value}).</translation>
    </message>
    <message>
        <source>Review the entry and set the next date.</source>
        <translation>Prüfen Sie den Eintrag und setzen Sie den nächsten Termin.</translation>
    </message>
    <message>
        <source>{entry} holds offers without a release or a review.</source>
        <translation>{entry} stellt Angebote zurück, ohne Ende und ohne Prüfung.</translation>
    </message>
    <message>
        <source>Add &apos;until&apos; with days, or with an event and review_days.</source>
        <translation>Ergänzen Sie „until“ mit Tagen oder mit einem Ereignis und review_days.</translation>
    </message>
    <message>
        <source>{entry} has rank {value} and an override.</source>
        <translation>{entry} hat Rang {value} und eine Aufhebung.</translation>
    </message>
    <message>
        <source>Remove the override: P0 and P1 cannot be overridden.</source>
        <translation>Entfernen Sie die Aufhebung: P0 und P1 sind nicht aufhebbar.</translation>
    </message>
    <message>
        <source>{entry} makes the value tier a condition.</source>
        <translation>{entry} macht die Wertstufe zur Bedingung.</translation>
    </message>
    <message>
        <source>Remove it: value orders offers, it never gates them.</source>
        <translation>Entfernen Sie sie: Der Wert ordnet Angebote, er sperrt sie nie.</translation>
    </message>
    <message>
        <source>{entry} is sensitive and lists the use &quot;{value}&quot;.</source>
        <translation>{entry} ist sensibel und nennt die Nutzung „{value}“.</translation>
    </message>
    <message>
        <source>Sensitive signals have protect and route only.</source>
        <translation>Sensible Signale haben nur protect und route.</translation>
    </message>
    <message>
        <source>Rule {entry} has no test.</source>
        <translation>Die Regel {entry} hat keinen Test.</translation>
    </message>
    <message>
        <source>Add a [[test]] that expects this rule.</source>
        <translation>Ergänzen Sie einen [[test]], der diese Regel erwartet.</translation>
    </message>
    <message>
        <source>No rule uses the signal {entry}.</source>
        <translation>Keine Regel benutzt das Signal {entry}.</translation>
    </message>
    <message>
        <source>Add a rule, or set effect = &quot;none&quot; with a reason.</source>
        <translation>Ergänzen Sie eine Regel oder setzen Sie effect = &quot;none&quot; mit Begründung.</translation>
    </message>
    <message>
        <source>{entry} cannot stand as it is: {detail}.</source>
        <translation>{entry} kann so nicht stehen: {detail}.</translation>
    </message>
    <message>
        <source>Mend the entry.</source>
        <translation>Berichtigen Sie den Eintrag.</translation>
    </message>
    <message>
        <source>{entry} changes no decision: whenever it matches, {other} does as much.</source>
        <translation>{entry} ändert keine Entscheidung: Immer wenn es zutrifft, bewirkt {other} dasselbe.</translation>
    </message>
    <message>
        <source>Remove it, or narrow {other}.</source>
        <translation>Entfernen Sie es oder engen Sie {other} ein.</translation>
    </message>
    <message>
        <source>{entry} has the same condition as {other}, with another outcome.</source>
        <translation>{entry} hat dieselbe Bedingung wie {other} mit anderem Ergebnis.</translation>
    </message>
    <message>
        <source>Merge the two rules.</source>
        <translation>Führen Sie beide Regeln zusammen.</translation>
    </message>
    <message>
        <source>{entry} neither holds nor suppresses, and sets no posture.</source>
        <translation>{entry} stellt nichts zurück, sperrt nichts und setzt keine Haltung.</translation>
    </message>
    <message>
        <source>Give it an effect or remove it.</source>
        <translation>Geben Sie ihm eine Wirkung oder entfernen Sie es.</translation>
    </message>
    <message>
        <source>{entry} allows offers because of {value}, which is sensitive.</source>
        <translation>{entry} erlaubt Angebote wegen {value}, das sensibel ist.</translation>
    </message>
    <message>
        <source>Remove the rule: sensitive signals protect and route, they never sell.</source>
        <translation>Entfernen Sie die Regel: Sensible Signale schützen und leiten, sie verkaufen nie.</translation>
    </message>
    <message>
        <source>{entry} has no end, and may rest on a message alone.</source>
        <translation>{entry} hat kein Ende und kann auf einer einzigen Nachricht beruhen.</translation>
    </message>
    <message>
        <source>Add &apos;until&apos;, or set min_state = &quot;confirmed&quot;.</source>
        <translation>Ergänzen Sie „until“ oder setzen Sie min_state = &quot;confirmed&quot;.</translation>
    </message>
    <message>
        <source>{entry} can never match: {detail}.</source>
        <translation>{entry} kann nie zutreffen: {detail}.</translation>
    </message>
    <message>
        <source>Mend the condition or remove the rule.</source>
        <translation>Berichtigen Sie die Bedingung oder entfernen Sie die Regel.</translation>
    </message>
    <message>
        <source>{entry} counts working days, and no calendar says in which time zone.</source>
        <translation>{entry} zählt Werktage, und kein Kalender sagt, in welcher Zeitzone.</translation>
    </message>
    <message>
        <source>Add [calendar] with a country and its time_zone.</source>
        <translation>Ergänzen Sie [calendar] mit einem Land und seiner time_zone.</translation>
    </message>
    <message>
        <source>Test &quot;{entry}&quot; expects {expected} and gets {found}.</source>
        <translation>Der Test „{entry}“ erwartet {expected} und erhält {found}.</translation>
    </message>
    <message>
        <source>Mend the rule or the test.</source>
        <translation>Berichtigen Sie die Regel oder den Test.</translation>
    </message>
    <message>
        <source>The cue list &quot;{language}&quot; finds {entry}, and has no test {missing}.</source>
        <translation>Die Hinweisliste „{language}“ findet {entry} und hat keinen Test {missing}.</translation>
    </message>
    <message>
        <source>Add a [[test]] of the signal for each.</source>
        <translation>Ergänzen Sie für jedes einen [[test]] des Signals.</translation>
    </message>
    <message>
        <source>In &quot;{value}&quot; ({why}) {entry} {expected}; the cue list finds {found}.</source>
        <translation>In „{value}“ ({why}): {entry} {expected}; die Hinweisliste findet {found}.</translation>
    </message>
    <message>
        <source>Mend the list by a class of words, a pattern or a scope, or mend the test.</source>
        <translation>Berichtigen Sie die Liste durch eine Wortklasse, ein Muster oder einen Bereich, oder den Test.</translation>
    </message>
    <message>
        <source>The note is already on its way to &quot;{source}&quot;.</source>
        <translation>Die Notiz ist schon unterwegs zu „{source}“.</translation>
    </message>
    <message>
        <source>Write another one.</source>
        <translation>Schreiben Sie eine weitere.</translation>
    </message>
    <message>
        <source>Nobody can override &quot;{rule}&quot;.</source>
        <translation>„{rule}“ kann niemand aufheben.</translation>
    </message>
    <message>
        <source>Rules of P0 and P1 always stand, and so does what no rule of the charter lets people override.</source>
        <translation>Regeln von P0 und P1 gelten immer, ebenso was keine Regel der Charta freigibt.</translation>
    </message>
    <message>
        <source>Only a {role} can override &quot;{rule}&quot;.</source>
        <translation>„{rule}“ aufheben darf nur: {role}.</translation>
    </message>
    <message>
        <source>Ask a {role}.</source>
        <translation>Fragen Sie: {role}.</translation>
    </message>
    <message>
        <source>&quot;{rule}&quot; does not stop such an offer of this customer now.</source>
        <translation>„{rule}“ hält bei diesem Kunden gerade kein solches Angebot auf.</translation>
    </message>
    <message>
        <source>See &apos;forewordctl decide CUSTOMER --why&apos;.</source>
        <translation>Siehe „forewordctl decide CUSTOMER --why“.</translation>
    </message>
    <message>
        <source>An override needs a valid &quot;{field}&quot;.</source>
        <translation>Zum Aufheben fehlt ein gültiges „{field}“.</translation>
    </message>
    <message>
        <source>Name who gives it (by), one of customer_asked, matter_settled, signal_mistaken and other (reason), and say why in a few words (text).</source>
        <translation>Nennen Sie, wer es tut (by), einen der Gründe customer_asked, matter_settled, signal_mistaken, other (reason), und das Warum in wenigen Worten (text).</translation>
    </message>
    <message>
        <source>{hours} hours are more than &quot;{rule}&quot; allows.</source>
        <translation>{hours} Stunden sind mehr, als „{rule}“ erlaubt.</translation>
    </message>
    <message>
        <source>{limit} hours are the most.</source>
        <translation>Höchstens {limit} Stunden.</translation>
    </message>
    <message>
        <source>This customer has no override {number} that stands.</source>
        <translation>Bei diesem Kunden gibt es keine Aufhebung {number}, die noch gilt.</translation>
    </message>
    <message>
        <source>See &apos;forewordctl override list CUSTOMER&apos;.</source>
        <translation>Siehe „forewordctl override list CUSTOMER“.</translation>
    </message>
</context>
<context>
    <name>foreword::Banner</name>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Why: the full explanation</source>
        <translation>Warum: die ganze Erklärung</translation>
    </message>
    <message>
        <source>The full explanation (Y)</source>
        <translation>Die ganze Erklärung (Y)</translation>
    </message>
    <message>
        <source>%1 %2 %3 %4</source>
        <extracomment>For screen readers: the headline of the banner, how it changed, the reason, the rule.</extracomment>
        <translation>%1 %2 %3 %4</translation>
    </message>
</context>
<context>
    <name>foreword::BriefCard</name>
    <message>
        <source>Brief</source>
        <translation>Kurzbild</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Davor</translation>
    </message>
    <message>
        <source>Already tried</source>
        <translation>Schon versucht</translation>
    </message>
    <message>
        <source>We promised</source>
        <translation>Wir haben zugesagt</translation>
    </message>
    <message>
        <source>Open questions</source>
        <translation>Offene Fragen</translation>
    </message>
    <message>
        <source>Asked more than once</source>
        <translation>Mehrfach gefragt</translation>
    </message>
    <message>
        <source>Already told us, do not ask again</source>
        <translation>Schon gesagt, nicht noch einmal fragen</translation>
    </message>
    <message>
        <source>To begin with</source>
        <translation>Zum Einstieg</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the sentence to begin with</source>
        <translation>Den Satz zum Einstieg kopieren</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
</context>
<context>
    <name>foreword::BriefText</name>
    <message>
        <source>Missed</source>
        <translation>Versäumt</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Eingehalten</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Fällig</translation>
    </message>
    <message>
        <source>Due today</source>
        <translation>Heute fällig</translation>
    </message>
    <message>
        <source>Due tomorrow</source>
        <translation>Morgen fällig</translation>
    </message>
    <message>
        <source>Due %1</source>
        <translation>Fällig am %1</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Anruf</translation>
    </message>
    <message>
        <source>Text message</source>
        <translation>SMS</translation>
    </message>
    <message>
        <source>Social media</source>
        <translation>Soziale Medien</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>Besuch</translation>
    </message>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>pending</source>
        <translation>wartend</translation>
    </message>
    <message>
        <source>resolved</source>
        <translation>gelöst</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>geschlossen</translation>
    </message>
    <message numerus="yes">
        <source>%n e-mail(s)</source>
        <translation>
            <numerusform>%n E-Mail</numerusform>
            <numerusform>%n E-Mails</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chat message(s)</source>
        <translation>
            <numerusform>%n Chatnachricht</numerusform>
            <numerusform>%n Chatnachrichten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n call(s)</source>
        <translation>
            <numerusform>%n Anruf</numerusform>
            <numerusform>%n Anrufe</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n text message(s)</source>
        <translation>
            <numerusform>%n SMS</numerusform>
            <numerusform>%n SMS</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n post(s)</source>
        <translation>
            <numerusform>%n Beitrag</numerusform>
            <numerusform>%n Beiträge</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n visit(s)</source>
        <translation>
            <numerusform>%n Besuch</numerusform>
            <numerusform>%n Besuche</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n promise(s) missed</source>
        <translation>
            <numerusform>%n versäumte Zusage</numerusform>
            <numerusform>%n versäumte Zusagen</numerusform>
        </translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kundin oder Kunde</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>Bot</source>
        <translation>Bot</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Agent %1</source>
        <translation>Service %1</translation>
    </message>
    <message>
        <source>Bot %1</source>
        <translation>Bot %1</translation>
    </message>
    <message>
        <source>Since our last answer (%1):</source>
        <extracomment>What follows is what happened, each with its number: &quot;2 e-mails&quot;, &quot;1 promise missed&quot;.</extracomment>
        <translation>Seit unserer letzten Antwort (%1):</translation>
    </message>
    <message numerus="yes">
        <source>%n promise(s) kept</source>
        <translation>
            <numerusform>%n gehaltene Zusage</numerusform>
            <numerusform>%n gehaltene Zusagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) by colleagues</source>
        <translation>
            <numerusform>%n Notiz von Kollegen</numerusform>
            <numerusform>%n Notizen von Kollegen</numerusform>
        </translation>
    </message>
    <message>
        <source>Order or booking number</source>
        <translation>Bestell- oder Buchungsnummer</translation>
    </message>
    <message>
        <source>Account or device number</source>
        <translation>Konto- oder Gerätenummer</translation>
    </message>
    <message>
        <source>Device or product</source>
        <translation>Gerät oder Produkt</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Date or time</source>
        <translation>Tag oder Uhrzeit</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Kontakt</translation>
    </message>
    <message>
        <source>Also</source>
        <translation>Außerdem</translation>
    </message>
    <message>
        <source>again %1</source>
        <extracomment>On these days the customer told it again.</extracomment>
        <translation>erneut %1</translation>
    </message>
    <message>
        <source>Runs until %1</source>
        <extracomment>What we promised holds until that day, a suspension of the contract for example.</extracomment>
        <translation>Gilt bis %1</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <extracomment>A day as somebody named it, and which one that is: &quot;Thursday → 5 Nov 2026&quot;.</extracomment>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>Note by %1</source>
        <translation>Notiz von %1</translation>
    </message>
    <message>
        <source>System %1</source>
        <translation>System %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>Who said it, and when.</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Right now</source>
        <translation>Gerade jetzt</translation>
    </message>
    <message>
        <source>Last time, no conversation is open</source>
        <translation>Zuletzt; kein Vorgang ist offen</translation>
    </message>
    <message>
        <source>Last time, nothing is open</source>
        <translation>Zuletzt; nichts ist offen</translation>
    </message>
    <message>
        <source>enquiry</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>complaint</source>
        <translation>Beschwerde</translation>
    </message>
    <message>
        <source>fault</source>
        <translation>Störung</translation>
    </message>
    <message>
        <source>order</source>
        <translation>Bestellung</translation>
    </message>
    <message>
        <source>billing</source>
        <translation>Rechnung</translation>
    </message>
    <message>
        <source>cancellation</source>
        <translation>Kündigung</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>channel and kind</comment>
        <extracomment>A conversation without a subject: its channel, and what it is about: &quot;Chat, billing&quot;.</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>→ leads to what we answered or what a system said, ← to what the customer said came of it.</source>
        <translation>→ führt zu dem, was wir geantwortet haben oder ein System gemeldet hat, ← zu dem, was daraus geworden ist, wie die Kundin oder der Kunde sagt.</translation>
    </message>
</context>
<context>
    <name>foreword::CheatSheet</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Close the sheet of keys</source>
        <translation>Tastenübersicht schließen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>foreword::ChipFactory</name>
    <message>
        <source>Message %1, %2, %3</source>
        <extracomment>Where a chip leads: number of the message, who wrote it, when.</extracomment>
        <translation>Nachricht %1, %2, %3</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <extracomment>A fact the customer told us, and where.</extracomment>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>marked wrong</source>
        <translation>als falsch markiert</translation>
    </message>
    <message>
        <source>marked misleading</source>
        <translation>als irreführend markiert</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>A fact, and that an agent marked it wrong.</extracomment>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>foreword::ConsentText</name>
    <message>
        <source>Service contact</source>
        <translation>Kontakt zum Service</translation>
    </message>
    <message>
        <source>Marketing</source>
        <translation>Werbung</translation>
    </message>
    <message>
        <source>e-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>SMS</source>
        <translation>SMS</translation>
    </message>
    <message>
        <source>post</source>
        <translation>Post</translation>
    </message>
    <message>
        <source>agent</source>
        <translation>Gespräch</translation>
    </message>
    <message>
        <source>opt-in</source>
        <translation>Einwilligung</translation>
    </message>
    <message>
        <source>soft opt-in</source>
        <translation>Einwilligung als Kunde</translation>
    </message>
    <message>
        <source>consent without a basis</source>
        <translation>Einwilligung ohne Grundlage</translation>
    </message>
    <message>
        <source>no consent</source>
        <translation>keine Einwilligung</translation>
    </message>
    <message>
        <source>consent revoked</source>
        <translation>Einwilligung widerrufen</translation>
    </message>
    <message>
        <source>objection</source>
        <translation>Widerspruch</translation>
    </message>
    <message>
        <source>%1 of %2, %3</source>
        <extracomment>A consent entry: kind, date, record that holds it.</extracomment>
        <translation>%1 vom %2, %3</translation>
    </message>
    <message>
        <source>Yes: %1</source>
        <extracomment>There is consent; the entry that proves it.</extracomment>
        <translation>Ja: %1</translation>
    </message>
    <message>
        <source>No: %1</source>
        <extracomment>There is no consent; the entry that says so.</extracomment>
        <translation>Nein: %1</translation>
    </message>
    <message>
        <source>Unknown, too old: %1</source>
        <translation>Nicht bekannt, zu alt: %1</translation>
    </message>
    <message>
        <source>Unknown, its system was not reached for too long: %1</source>
        <translation>Nicht bekannt, das System war zu lange nicht erreichbar: %1</translation>
    </message>
    <message>
        <source>Unknown: %1</source>
        <translation>Nicht bekannt: %1</translation>
    </message>
    <message>
        <source>Unknown, nothing on record</source>
        <translation>Nicht bekannt, nichts verzeichnet</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>answer, channels</comment>
        <extracomment>An answer, and the channels it holds for.</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Before: %1</source>
        <translation>Davor: %1</translation>
    </message>
    <message>
        <source>Against it: %1</source>
        <translation>Dagegen: %1</translation>
    </message>
    <message>
        <source>%1: yes</source>
        <extracomment>A purpose of contact, and whether there is consent.</extracomment>
        <translation>%1: ja</translation>
    </message>
    <message>
        <source>%1: by %2 only</source>
        <extracomment>A purpose of contact, and the channels there is consent for.</extracomment>
        <translation>%1: nur über %2</translation>
    </message>
    <message>
        <source>%1: no</source>
        <translation>%1: nein</translation>
    </message>
    <message>
        <source>%1: revoked %2</source>
        <translation>%1: widerrufen %2</translation>
    </message>
    <message>
        <source>%1: objected %2</source>
        <translation>%1: widersprochen %2</translation>
    </message>
    <message>
        <source>%1: no consent on record</source>
        <translation>%1: keine Einwilligung verzeichnet</translation>
    </message>
    <message>
        <source>%1: not known</source>
        <translation>%1: nicht bekannt</translation>
    </message>
    <message>
        <source>Marketing: objected %1</source>
        <translation>Werbung: widersprochen %1</translation>
    </message>
    <message>
        <source>Marketing: objected</source>
        <translation>Werbung: widersprochen</translation>
    </message>
</context>
<context>
    <name>foreword::CustomerHeader</name>
    <message>
        <source>%1, key %2</source>
        <extracomment>A button and its key, for screen readers.</extracomment>
        <translation>%1, Taste %2</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Wrap up</source>
        <translation>Abschließen</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s)</source>
        <translation>
            <numerusform>%n Datensatz</numerusform>
            <numerusform>%n Datensätze</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: who this is, key I</source>
        <extracomment>For screen readers: a button that tells which records a customer is made of.</extracomment>
        <translation>%1: wer das ist, Taste I</translation>
    </message>
</context>
<context>
    <name>foreword::DecisionText</name>
    <message>
        <source>Service first</source>
        <translation>Service zuerst</translation>
    </message>
    <message>
        <source>Escalate</source>
        <translation>Weitergeben</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>Zurückgestellt</translation>
    </message>
    <message>
        <source>Suppressed</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>Allowed</source>
        <translation>Erlaubt</translation>
    </message>
    <message>
        <source>Marketing</source>
        <translation>Marketing</translation>
    </message>
    <message>
        <source>Upsell</source>
        <translation>Zusatzverkauf</translation>
    </message>
    <message>
        <source>Retention</source>
        <translation>Bindung</translation>
    </message>
    <message>
        <source>Support</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Service notice</source>
        <translation>Servicehinweis</translation>
    </message>
    <message>
        <source>Escalate to a supervisor. No marketing offer now.</source>
        <translation>An die Teamleitung weitergeben. Jetzt kein Marketingangebot.</translation>
    </message>
    <message>
        <source>Escalate to a supervisor.</source>
        <translation>An die Teamleitung weitergeben.</translation>
    </message>
    <message>
        <source>Service first. No marketing offer now.</source>
        <translation>Service zuerst. Jetzt kein Marketingangebot.</translation>
    </message>
    <message>
        <source>Service first.</source>
        <translation>Service zuerst.</translation>
    </message>
    <message>
        <source>Normal service. Some offers are on hold.</source>
        <translation>Normaler Service. Einige Angebote sind zurückgestellt.</translation>
    </message>
    <message>
        <source>Normal service. No marketing offer now.</source>
        <translation>Normaler Service. Jetzt kein Marketingangebot.</translation>
    </message>
    <message>
        <source>Normal service. Nothing stands in the way.</source>
        <translation>Normaler Service. Nichts steht im Weg.</translation>
    </message>
    <message>
        <source>%1.</source>
        <comment>reasons</comment>
        <extracomment>A list of reasons as one sentence.</extracomment>
        <translation>%1.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two sentences</comment>
        <extracomment>Two whole sentences: the rule with its owner, and how long it holds.</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 v%2</source>
        <extracomment>Title of a rule and its version.</extracomment>
        <translation>%1 v%2</translation>
    </message>
    <message>
        <source>Rule “%1” v%2.</source>
        <translation>Regel „%1“ v%2.</translation>
    </message>
    <message>
        <source>Rule “%1” v%2, owner %3.</source>
        <translation>Regel „%1“ v%2, verantwortlich: %3.</translation>
    </message>
    <message>
        <source>offers on hold</source>
        <translation>Angebote zurückgestellt</translation>
    </message>
    <message>
        <source>offers suppressed</source>
        <translation>Angebote gesperrt</translation>
    </message>
    <message>
        <source>No effect on offers</source>
        <translation>Ohne Wirkung auf Angebote</translation>
    </message>
    <message>
        <source>Nobody can override it.</source>
        <translation>Niemand kann das aufheben.</translation>
    </message>
    <message>
        <source>A supervisor can override it, with a reason.</source>
        <translation>Die Teamleitung kann das mit Begründung aufheben.</translation>
    </message>
    <message>
        <source>Until %1.</source>
        <translation>Bis %1.</translation>
    </message>
    <message>
        <source>First reason: %1.</source>
        <extracomment>A rule is named: its title and version.</extracomment>
        <translation>Erster Grund: %1.</translation>
    </message>
    <message>
        <source>Nothing else stands against it.</source>
        <translation>Sonst steht nichts dagegen.</translation>
    </message>
    <message>
        <source>Would also stop it: %1.</source>
        <translation>Würde es ebenfalls aufhalten: %1.</translation>
    </message>
    <message>
        <source>Without that reason allowed: %1.</source>
        <translation>Ohne diesen Grund erlaubt: %1.</translation>
    </message>
    <message>
        <source>Looked at again by %1.</source>
        <translation>Wird bis %1 erneut geprüft.</translation>
    </message>
    <message>
        <source>Until the matter is closed.</source>
        <translation>Bis der Vorgang geschlossen ist.</translation>
    </message>
    <message numerus="yes">
        <source>Until the matter is closed, then %n day(s).</source>
        <translation>
            <numerusform>Bis der Vorgang geschlossen ist, danach %n Tag.</numerusform>
            <numerusform>Bis der Vorgang geschlossen ist, danach %n Tage.</numerusform>
        </translation>
    </message>
    <message>
        <source>Until %1 is closed.</source>
        <translation>Bis %1 geschlossen ist.</translation>
    </message>
    <message numerus="yes">
        <source>Until %1 is closed, then %n day(s).</source>
        <translation>
            <numerusform>Bis %1 geschlossen ist, danach %n Tag.</numerusform>
            <numerusform>Bis %1 geschlossen ist, danach %n Tage.</numerusform>
        </translation>
    </message>
    <message>
        <source>Until the customer opts in again.</source>
        <translation>Bis wieder eine Einwilligung vorliegt.</translation>
    </message>
    <message>
        <source>Until this conversation ends.</source>
        <translation>Bis dieses Gespräch endet.</translation>
    </message>
    <message>
        <source>Until its reason has ended.</source>
        <translation>Bis der Grund entfällt.</translation>
    </message>
    <message numerus="yes">
        <source>Until its reason has ended, then %n day(s).</source>
        <translation>
            <numerusform>Bis der Grund entfällt, danach %n Tag.</numerusform>
            <numerusform>Bis der Grund entfällt, danach %n Tage.</numerusform>
        </translation>
    </message>
    <message>
        <source>Support, not marketing.</source>
        <translation>Hilfe, kein Marketing.</translation>
    </message>
    <message>
        <source>Support, not marketing: helping comes first.</source>
        <translation>Hilfe, kein Marketing: Helfen geht vor.</translation>
    </message>
    <message>
        <source>A service notice, not marketing.</source>
        <translation>Ein Servicehinweis, kein Marketing.</translation>
    </message>
    <message>
        <source>%1 offer, no rule stands against it.</source>
        <translation>Art: %1. Keine Regel spricht dagegen.</translation>
    </message>
    <message>
        <source>%1.</source>
        <comment>rule</comment>
        <extracomment>The rule behind a verdict, as a sentence.</extracomment>
        <translation>%1.</translation>
    </message>
    <message>
        <source>Rose from “%1” at %2: %3</source>
        <extracomment>The posture before, a time, the sentence of the rule.</extracomment>
        <translation>Um %2 gestiegen von „%1“: %3</translation>
    </message>
    <message>
        <source>Came down from “%1” at %2: %3</source>
        <extracomment>The posture before, a time, what ended it.</extracomment>
        <translation>Um %2 gesunken von „%1“: %3</translation>
    </message>
    <message>
        <source>the time of “%1” is over.</source>
        <extracomment>A rule.</extracomment>
        <translation>die Zeit von „%1“ ist vorbei.</translation>
    </message>
    <message>
        <source>“%1” was ended by the record “%2” (%3).</source>
        <extracomment>A rule, the name of a record, a time.</extracomment>
        <translation>„%1“ wurde durch den Eintrag „%2“ beendet (%3).</translation>
    </message>
    <message>
        <source>“%1” was ended when #%2 was closed (%3).</source>
        <extracomment>A rule, the number of a ticket or conversation, a time.</extracomment>
        <translation>„%1“ endete, als #%2 geschlossen wurde (%3).</translation>
    </message>
    <message>
        <source>“%1” was ended by a change of #%2 (%3).</source>
        <translation>„%1“ wurde durch eine Änderung an #%2 beendet (%3).</translation>
    </message>
    <message>
        <source>“%1” was ended by the message of %2.</source>
        <extracomment>A rule, a time.</extracomment>
        <translation>„%1“ wurde durch die Nachricht von %2 beendet.</translation>
    </message>
    <message>
        <source>Escalate to a supervisor. Some offers are on hold.</source>
        <translation>An die Teamleitung weitergeben. Einige Angebote sind zurückgestellt.</translation>
    </message>
    <message>
        <source>Service first. Some offers are on hold.</source>
        <translation>Service zuerst. Einige Angebote sind zurückgestellt.</translation>
    </message>
    <message>
        <source>Escalate to a supervisor. Only offers with an override may be made.</source>
        <translation>An die Teamleitung weitergeben. Nur Angebote mit Aufhebung sind erlaubt.</translation>
    </message>
    <message>
        <source>Service first. Only offers with an override may be made.</source>
        <translation>Service zuerst. Nur Angebote mit Aufhebung sind erlaubt.</translation>
    </message>
</context>
<context>
    <name>foreword::ErrorText</name>
    <message>
        <source>Search by another name, e-mail address, phone number or ticket.</source>
        <translation>Suchen Sie nach einem anderen Namen, einer E-Mail-Adresse, Telefonnummer oder Vorgangsnummer.</translation>
    </message>
    <message>
        <source>Choose one of them in the list.</source>
        <translation>Wählen Sie in der Liste aus.</translation>
    </message>
    <message>
        <source>Try again. What was saved is kept.</source>
        <translation>Versuchen Sie es noch einmal. Gespeichertes bleibt erhalten.</translation>
    </message>
</context>
<context>
    <name>foreword::FeedbackMarking</name>
    <message>
        <source>Take back: marked wrong</source>
        <translation>Zurücknehmen: als falsch markiert</translation>
    </message>
    <message>
        <source>Take back: marked misleading</source>
        <translation>Zurücknehmen: als irreführend markiert</translation>
    </message>
    <message>
        <source>Nobody said this</source>
        <translation>Das hat niemand gesagt</translation>
    </message>
    <message>
        <source>It is out of date</source>
        <translation>Es ist überholt</translation>
    </message>
    <message>
        <source>It is about somebody else</source>
        <translation>Es geht um jemand anderen</translation>
    </message>
    <message>
        <source>It is torn out of its context</source>
        <translation>Es ist aus dem Zusammenhang gerissen</translation>
    </message>
    <message>
        <source>It leaves out what matters</source>
        <translation>Es lässt das Wichtige weg</translation>
    </message>
    <message>
        <source>This is wrong</source>
        <translation>Das ist falsch</translation>
    </message>
    <message>
        <source>This is misleading</source>
        <translation>Das ist irreführend</translation>
    </message>
    <message>
        <source>Another reason…</source>
        <translation>Ein anderer Grund …</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Warum?</translation>
    </message>
    <message>
        <source>Mark it</source>
        <translation>Markieren</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>It is not kept</source>
        <translation>Es ist nicht aufbewahrt</translation>
    </message>
</context>
<context>
    <name>foreword::HealthModel</name>
    <message>
        <source>Goals and practice</source>
        <translation>Ziele und Praxis</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>%1 times</source>
        <extracomment>For screen readers: how often something was found.</extracomment>
        <translation>%1-mal</translation>
    </message>
</context>
<context>
    <name>foreword::HealthPage</name>
    <message>
        <source>Look again</source>
        <translation>Neu prüfen</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Data health</source>
        <translation>Datenqualität</translation>
    </message>
    <message>
        <source>Look at all customers again</source>
        <translation>Alle Kunden neu prüfen</translation>
    </message>
    <message>
        <source>Export all findings as a file</source>
        <translation>Alle Befunde als Datei speichern</translation>
    </message>
    <message>
        <source>Looking at all customers</source>
        <translation>Alle Kunden werden geprüft</translation>
    </message>
    <message numerus="yes">
        <source>%Ln customer(s) so far</source>
        <translation>
            <numerusform>Bisher %Ln Kunde</numerusform>
            <numerusform>Bisher %Ln Kunden</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was found</source>
        <translation>Nichts gefunden</translation>
    </message>
    <message>
        <source>Data health could not be read</source>
        <translation>Die Datenqualität konnte nicht gelesen werden</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Export data health</source>
        <translation>Datenqualität exportieren</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabelle (*.csv)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <extracomment>A file.</extracomment>
        <translation>Gespeichert als %1</translation>
    </message>
</context>
<context>
    <name>foreword::HealthText</name>
    <message>
        <source>Two numbers where there should be one</source>
        <translation>Zwei Nummern statt einer</translation>
    </message>
    <message>
        <source>Identifier of several people</source>
        <translation>Merkmal mehrerer Personen</translation>
    </message>
    <message>
        <source>Likely duplicates</source>
        <translation>Wahrscheinliche Dubletten</translation>
    </message>
    <message>
        <source>Two birth dates</source>
        <translation>Zwei Geburtsdaten</translation>
    </message>
    <message>
        <source>Consent conflict</source>
        <translation>Widersprüchliche Einwilligungen</translation>
    </message>
    <message>
        <source>Consent without proof</source>
        <translation>Einwilligung ohne Nachweis</translation>
    </message>
    <message>
        <source>Record not touched for long</source>
        <translation>Datensatz lange nicht gepflegt</translation>
    </message>
    <message>
        <source>System not reached</source>
        <translation>System nicht erreicht</translation>
    </message>
    <message>
        <source>Field outside the dictionary</source>
        <translation>Feld fehlt im Wörterbuch</translation>
    </message>
    <message>
        <source>Value outside the dictionary</source>
        <translation>Wert fehlt im Wörterbuch</translation>
    </message>
    <message>
        <source>Two value tiers</source>
        <translation>Zwei Wertstufen</translation>
    </message>
    <message>
        <source>Two lifecycle states</source>
        <translation>Zwei Lebenszyklus-Stände</translation>
    </message>
    <message>
        <source>Record missing</source>
        <translation>Datensatz fehlt</translation>
    </message>
    <message>
        <source>Definition without meaning</source>
        <translation>Definition ohne Bedeutung</translation>
    </message>
    <message>
        <source>Definition without owner</source>
        <translation>Definition ohne Zuständige</translation>
    </message>
    <message>
        <source>Customer cannot be reached</source>
        <translation>Kunde nicht erreichbar</translation>
    </message>
    <message>
        <source>Promise past due</source>
        <translation>Überfällige Zusage</translation>
    </message>
    <message>
        <source>Offer pitched against a rule</source>
        <translation>Angebot gegen eine Regel gemacht</translation>
    </message>
    <message>
        <source>Rule overridden</source>
        <translation>Regel aufgehoben</translation>
    </message>
    <message>
        <source>Goal not met</source>
        <translation>Ziel verfehlt</translation>
    </message>
    <message>
        <source>Conversation not read by a person</source>
        <translation>Gespräch von niemandem gelesen</translation>
    </message>
    <message>
        <source>Death not confirmed</source>
        <translation>Todesfall nicht bestätigt</translation>
    </message>
    <message>
        <source>Review date passed</source>
        <translation>Prüfdatum überschritten</translation>
    </message>
    <message>
        <source>Calendar has run out</source>
        <translation>Kalender abgelaufen</translation>
    </message>
    <message>
        <source>Charter refused</source>
        <translation>Charta abgelehnt</translation>
    </message>
    <message>
        <source>on</source>
        <translation>am</translation>
    </message>
    <message>
        <source>at least</source>
        <translation>mindestens</translation>
    </message>
    <message>
        <source>at most</source>
        <translation>höchstens</translation>
    </message>
    <message>
        <source>channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>customers</source>
        <translation>Kunden</translation>
    </message>
    <message>
        <source>due</source>
        <translation>fällig</translation>
    </message>
    <message>
        <source>during a complaint</source>
        <translation>während einer Beschwerde</translation>
    </message>
    <message>
        <source>field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>id</source>
        <translation>Kennung</translation>
    </message>
    <message>
        <source>line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>offer</source>
        <translation>Angebot</translation>
    </message>
    <message>
        <source>owner</source>
        <translation>zuständig</translation>
    </message>
    <message>
        <source>practice</source>
        <translation>Praxis</translation>
    </message>
    <message>
        <source>purpose</source>
        <translation>Zweck</translation>
    </message>
    <message>
        <source>last reached</source>
        <translation>zuletzt erreicht</translation>
    </message>
    <message>
        <source>record</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>records</source>
        <translation>Datensätze</translation>
    </message>
    <message>
        <source>review</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>signal</source>
        <translation>Signal</translation>
    </message>
    <message>
        <source>system</source>
        <translation>System</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>last changed</source>
        <translation>zuletzt geändert</translation>
    </message>
    <message>
        <source>value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>version</source>
        <translation>Fassung</translation>
    </message>
    <message>
        <source>where</source>
        <translation>wo</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>finding, definition</comment>
        <extracomment>What was found, and the definition it is about.</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>High</source>
        <comment>severity</comment>
        <translation>Hoch</translation>
    </message>
    <message>
        <source>Medium</source>
        <comment>severity</comment>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>Low</source>
        <comment>severity</comment>
        <translation>Niedrig</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>name, value</comment>
        <extracomment>A part of a finding: its name and its value.</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 says %2</source>
        <comment>system, value</comment>
        <extracomment>A system, and the value it has.</extracomment>
        <translation>%1 sagt %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>customer, details</comment>
        <extracomment>A customer record, and what was found there.</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>as before</source>
        <translation>wie zuvor</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n mehr</numerusform>
            <numerusform>%n mehr</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fewer</source>
        <translation>
            <numerusform>%n weniger</numerusform>
            <numerusform>%n weniger</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln customer(s)</source>
        <translation>
            <numerusform>%Ln Kunde</numerusform>
            <numerusform>%Ln Kunden</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2 findings of high severity</source>
        <extracomment>How many customers were looked at, and how many grave findings there are.</extracomment>
        <translation>%1, %2 schwere Befunde</translation>
    </message>
    <message>
        <source>%1, compared with %2</source>
        <extracomment>What was found, and the day of the run it is compared with.</extracomment>
        <translation>%1, verglichen mit %2</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1, goal at least %2</source>
        <extracomment>Practice beside a goal.</extracomment>
        <translation>%1, Ziel mindestens %2</translation>
    </message>
    <message>
        <source>%1, goal at most %2</source>
        <translation>%1, Ziel höchstens %2</translation>
    </message>
    <message>
        <source>Met</source>
        <translation>Erreicht</translation>
    </message>
    <message>
        <source>Not met</source>
        <translation>Verfehlt</translation>
    </message>
    <message>
        <source>other record</source>
        <translation>anderer Datensatz</translation>
    </message>
    <message>
        <source>likeness in percent</source>
        <translation>Ähnlichkeit in Prozent</translation>
    </message>
    <message>
        <source>Record gone at its system</source>
        <translation>Datensatz im System nicht mehr vorhanden</translation>
    </message>
    <message>
        <source>noticed</source>
        <translation>bemerkt</translation>
    </message>
</context>
<context>
    <name>foreword::HistoryCard</name>
    <message>
        <source>Conversation history</source>
        <translation>Gesprächsverlauf</translation>
    </message>
    <message>
        <source>No conversations yet</source>
        <translation>Noch keine Gespräche</translation>
    </message>
    <message>
        <source>What is written or said from now on will stand here.</source>
        <translation>Was von jetzt an geschrieben oder gesagt wird, steht hier.</translation>
    </message>
    <message>
        <source>Fold all</source>
        <translation>Alles zuklappen</translation>
    </message>
    <message>
        <source>Show all messages</source>
        <translation>Alle Nachrichten zeigen</translation>
    </message>
</context>
<context>
    <name>foreword::HistoryList</name>
    <message>
        <source>Conversation history</source>
        <translation>Gesprächsverlauf</translation>
    </message>
    <message>
        <source>Copy with citation</source>
        <translation>Mit Quellenangabe kopieren</translation>
    </message>
</context>
<context>
    <name>foreword::HistoryModel</name>
    <message>
        <source>Internal note · %1, %2 · message %3</source>
        <translation>Interne Notiz · %1, %2 · Nachricht %3</translation>
    </message>
    <message>
        <source>%1, %2 · message %3</source>
        <translation>%1, %2 · Nachricht %3</translation>
    </message>
    <message numerus="yes">
        <source>Show %n earlier message(s)</source>
        <translation>
            <numerusform>%n frühere Nachricht zeigen</numerusform>
            <numerusform>%n frühere Nachrichten zeigen</numerusform>
        </translation>
    </message>
    <message>
        <source>Internal note by %1</source>
        <translation>Interne Notiz von %1</translation>
    </message>
    <message>
        <source>%1, %2, message %3: %4</source>
        <extracomment>For screen readers: who, when, which message, its text.</extracomment>
        <translation>%1, %2, Nachricht %3: %4</translation>
    </message>
    <message>
        <source>%1, %2. %3. %4. %5</source>
        <extracomment>For screen readers: channel, when, subject, status, how many messages.</extracomment>
        <translation>%1, %2. %3. %4. %5</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation>
            <numerusform>%n Nachricht</numerusform>
            <numerusform>%n Nachrichten</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1”
%2, %3, %4 %5</source>
        <extracomment>A quotation for the clipboard: the text, then who, when, and the record it is from.</extracomment>
        <translation>„%1“
%2, %3, %4 %5</translation>
    </message>
</context>
<context>
    <name>foreword::KeyMap</name>
    <message>
        <source>Sync now</source>
        <translation>Jetzt abgleichen</translation>
    </message>
    <message>
        <source>Stop syncing</source>
        <translation>Abgleich anhalten</translation>
    </message>
    <message>
        <source>Find a customer</source>
        <translation>Kundin oder Kunden suchen</translation>
    </message>
    <message>
        <source>Next in the queue</source>
        <translation>Weiter in der Warteschlange</translation>
    </message>
    <message>
        <source>Previous in the queue</source>
        <translation>Zurück in der Warteschlange</translation>
    </message>
    <message>
        <source>Why: the full explanation</source>
        <translation>Warum: die ganze Erklärung</translation>
    </message>
    <message>
        <source>These keys</source>
        <translation>Diese Tasten</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Open a search result; unfold a conversation; show the words behind a number</source>
        <translation>Treffer öffnen; Gespräch aufklappen; Wortlaut zu einer Nummer zeigen</translation>
    </message>
    <message>
        <source>Arrows</source>
        <translation>Pfeile</translation>
    </message>
    <message>
        <source>Move through the queue, results and history</source>
        <translation>Durch Warteschlange, Treffer und Verlauf gehen</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>Next control, next number</source>
        <translation>Nächstes Bedienelement, nächste Nummer</translation>
    </message>
    <message>
        <source>Ctrl C</source>
        <translation>Strg C</translation>
    </message>
    <message>
        <source>Copy a message of the history with its citation</source>
        <translation>Nachricht des Verlaufs mit Quellenangabe kopieren</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>Eine Notiz schreiben</translation>
    </message>
    <message>
        <source>Wrap up: a note of this conversation</source>
        <translation>Abschließen: eine Notiz zu diesem Gespräch</translation>
    </message>
    <message>
        <source>Ctrl Enter</source>
        <translation>Strg Eingabe</translation>
    </message>
    <message>
        <source>Send the note that is being written</source>
        <translation>Die begonnene Notiz senden</translation>
    </message>
    <message>
        <source>Close the list, the explanation, the note or this sheet</source>
        <translation>Liste, Erklärung, Notiz oder diese Übersicht schließen</translation>
    </message>
    <message>
        <source>Say that a statement is wrong or misleading, at its number</source>
        <translation>Sagen, dass eine Aussage falsch oder irreführend ist, an ihrer Nummer</translation>
    </message>
    <message>
        <source>Data health, and back</source>
        <translation>Datenqualität und zurück</translation>
    </message>
    <message>
        <source>Who this is: the records and why they are one</source>
        <translation>Wer das ist: die Datensätze und warum sie eins sind</translation>
    </message>
    <message>
        <source>Likely duplicates that wait for a person</source>
        <translation>Mögliche Dubletten, über die ein Mensch entscheiden muss</translation>
    </message>
</context>
<context>
    <name>foreword::LinkText</name>
    <message>
        <source>Same given name</source>
        <translation>Gleicher Vorname</translation>
    </message>
    <message>
        <source>Given name in another form</source>
        <translation>Vorname in anderer Form</translation>
    </message>
    <message>
        <source>Given name with a typing error</source>
        <translation>Vorname mit Tippfehler</translation>
    </message>
    <message>
        <source>Similar given name</source>
        <translation>Ähnlicher Vorname</translation>
    </message>
    <message>
        <source>Given names hardly alike</source>
        <translation>Vornamen kaum ähnlich</translation>
    </message>
    <message>
        <source>Different given name</source>
        <translation>Anderer Vorname</translation>
    </message>
    <message>
        <source>Same family name</source>
        <translation>Gleicher Nachname</translation>
    </message>
    <message>
        <source>Family name in another form</source>
        <translation>Nachname in anderer Form</translation>
    </message>
    <message>
        <source>Family name with a typing error</source>
        <translation>Nachname mit Tippfehler</translation>
    </message>
    <message>
        <source>Similar family name</source>
        <translation>Ähnlicher Nachname</translation>
    </message>
    <message>
        <source>Family names hardly alike</source>
        <translation>Nachnamen kaum ähnlich</translation>
    </message>
    <message>
        <source>Different family name</source>
        <translation>Anderer Nachname</translation>
    </message>
    <message>
        <source>Same birth date</source>
        <translation>Gleiches Geburtsdatum</translation>
    </message>
    <message>
        <source>Birth date with day and month exchanged</source>
        <translation>Geburtsdatum mit vertauschtem Tag und Monat</translation>
    </message>
    <message>
        <source>Birth date with a typing error</source>
        <translation>Geburtsdatum mit Tippfehler</translation>
    </message>
    <message>
        <source>Birth date that differs in one part</source>
        <translation>Geburtsdatum, in einem Teil anders</translation>
    </message>
    <message>
        <source>Birth dates less than two years apart</source>
        <translation>Geburtsdaten keine zwei Jahre auseinander</translation>
    </message>
    <message>
        <source>Different birth date</source>
        <translation>Anderes Geburtsdatum</translation>
    </message>
    <message>
        <source>Same address</source>
        <translation>Gleiche Adresse</translation>
    </message>
    <message>
        <source>Same street, another house</source>
        <translation>Gleiche Straße, anderes Haus</translation>
    </message>
    <message>
        <source>Same street name in another town</source>
        <translation>Gleicher Straßenname in einem anderen Ort</translation>
    </message>
    <message>
        <source>Same postcode, another street</source>
        <translation>Gleiche Postleitzahl, andere Straße</translation>
    </message>
    <message>
        <source>Same town, another street</source>
        <translation>Gleicher Ort, andere Straße</translation>
    </message>
    <message>
        <source>Different address</source>
        <translation>Andere Adresse</translation>
    </message>
    <message>
        <source>Same postcode and town</source>
        <translation>Gleiche Postleitzahl, gleicher Ort</translation>
    </message>
    <message>
        <source>Same postcode</source>
        <translation>Gleiche Postleitzahl</translation>
    </message>
    <message>
        <source>Postcode with a typing error</source>
        <translation>Postleitzahl mit Tippfehler</translation>
    </message>
    <message>
        <source>Same town</source>
        <translation>Gleicher Ort</translation>
    </message>
    <message>
        <source>Same area</source>
        <translation>Gleiche Gegend</translation>
    </message>
    <message>
        <source>Different town</source>
        <translation>Anderer Ort</translation>
    </message>
    <message>
        <source>Same e-mail</source>
        <translation>Gleiche E-Mail-Adresse</translation>
    </message>
    <message>
        <source>E-mail with a typing error</source>
        <translation>E-Mail-Adresse mit Tippfehler</translation>
    </message>
    <message>
        <source>Same mailbox name at another provider</source>
        <translation>Gleicher Postfachname bei einem anderen Anbieter</translation>
    </message>
    <message>
        <source>E-mails hardly alike</source>
        <translation>E-Mail-Adressen kaum ähnlich</translation>
    </message>
    <message>
        <source>Different e-mail</source>
        <translation>Andere E-Mail-Adresse</translation>
    </message>
    <message>
        <source>Same phone</source>
        <translation>Gleiche Telefonnummer</translation>
    </message>
    <message>
        <source>Phone with a typing error</source>
        <translation>Telefonnummer mit Tippfehler</translation>
    </message>
    <message>
        <source>Different phone</source>
        <translation>Andere Telefonnummer</translation>
    </message>
    <message>
        <source>Same external id</source>
        <translation>Gleiche externe Kennung</translation>
    </message>
    <message>
        <source>Different external ids</source>
        <translation>Andere externe Kennungen</translation>
    </message>
    <message>
        <source>Only one is called junior or senior</source>
        <translation>Nur einer heißt Junior oder Senior</translation>
    </message>
    <message>
        <source>Names the other way round</source>
        <translation>Namen in umgekehrter Reihenfolge</translation>
    </message>
    <message>
        <source>Two records are seldom one person</source>
        <translation>Zwei Datensätze sind selten eine Person</translation>
    </message>
    <message>
        <source>A household shares as much</source>
        <translation>So viel hat auch ein Haushalt gemeinsam</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>system, record</comment>
        <extracomment>A system and the number of a record in it: &quot;CRM C-100&quot;.</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <extracomment>Two records.</extracomment>
        <translation>%1 und %2</translation>
    </message>
    <message>
        <source>Confirmed by a person</source>
        <translation>Von einem Menschen bestätigt</translation>
    </message>
    <message>
        <source>%1 % certain</source>
        <extracomment>How certain it is that two records are one person; never rounded up.</extracomment>
        <translation>Zu %1 % sicher</translation>
    </message>
    <message>
        <source>Decided %1</source>
        <extracomment>When a person decided something.</extracomment>
        <translation>Entschieden am %1</translation>
    </message>
</context>
<context>
    <name>foreword::LinksPanel</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Close this panel</source>
        <translation>Diese Leiste schließen</translation>
    </message>
    <message>
        <source>Undo the decision</source>
        <translation>Die Entscheidung rückgängig machen</translation>
    </message>
    <message>
        <source>Who this is</source>
        <translation>Wer das ist</translation>
    </message>
    <message>
        <source>Likely duplicates</source>
        <translation>Mögliche Dubletten</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s)</source>
        <translation>
            <numerusform>%n Datensatz</numerusform>
            <numerusform>%n Datensätze</numerusform>
        </translation>
    </message>
    <message>
        <source>Why they are one person</source>
        <translation>Warum es eine Person ist</translation>
    </message>
    <message>
        <source>Perhaps the same person</source>
        <translation>Vielleicht dieselbe Person</translation>
    </message>
    <message>
        <source>Decided: two people</source>
        <translation>Entschieden: zwei Personen</translation>
    </message>
    <message>
        <source>Nothing waits. Where two records may be one person and nobody can tell but a person, they stand here.</source>
        <translation>Nichts wartet. Hier stehen Datensätze, die eine Person sein können, wenn das nur ein Mensch sagen kann.</translation>
    </message>
    <message numerus="yes">
        <source>The likeliest first (%n)</source>
        <translation>
            <numerusform>Das Wahrscheinlichste zuerst (%n)</numerusform>
            <numerusform>Das Wahrscheinlichste zuerst (%n)</numerusform>
        </translation>
    </message>
    <message>
        <source>Taken back. It is as if nothing had been decided.</source>
        <translation>Zurückgenommen. Es ist, als wäre nichts entschieden worden.</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>Take back: %1 are one person</source>
        <translation>Zurücknehmen: %1 sind eine Person</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Bestätigen</translation>
    </message>
    <message>
        <source>Confirm: %1 are one person</source>
        <translation>Bestätigen: %1 sind eine Person</translation>
    </message>
    <message>
        <source>Confirmed: %1 are one person.</source>
        <translation>Bestätigt: %1 sind eine Person.</translation>
    </message>
    <message>
        <source>Two people</source>
        <translation>Zwei Personen</translation>
    </message>
    <message>
        <source>Split: %1 are two people</source>
        <translation>Trennen: %1 sind zwei Personen</translation>
    </message>
    <message>
        <source>Split: %1 are two people.</source>
        <translation>Getrennt: %1 sind zwei Personen.</translation>
    </message>
    <message>
        <source>Same person</source>
        <translation>Dieselbe Person</translation>
    </message>
    <message>
        <source>Never link %1</source>
        <translation>%1 nie verknüpfen</translation>
    </message>
    <message>
        <source>Kept apart: %1 are two people.</source>
        <translation>Getrennt gehalten: %1 sind zwei Personen.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
    <message>
        <source>Take back: %1 is somebody else</source>
        <translation>Zurücknehmen: %1 ist jemand anderes</translation>
    </message>
    <message>
        <source>Not decided (%1): %2</source>
        <extracomment>Two records, and why.</extracomment>
        <translation>Nicht entschieden (%1): %2</translation>
    </message>
</context>
<context>
    <name>foreword::MainWindow</name>
    <message>
        <source>%1 - Foreword</source>
        <extracomment>Title of the window: customer and program.</extracomment>
        <translation>%1 - Foreword</translation>
    </message>
</context>
<context>
    <name>foreword::NotePanel</name>
    <message>
        <source>Wrap up</source>
        <translation>Abschließen</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>What you change is kept as you type.</source>
        <translation>Was Sie ändern, wird beim Tippen aufbewahrt.</translation>
    </message>
    <message>
        <source>The draft is not kept: %1</source>
        <translation>Der Entwurf ist nicht aufbewahrt: %1</translation>
    </message>
    <message>
        <source>The note for %1 was not taken.</source>
        <extracomment>%1 is a system and the number of a conversation there.</extracomment>
        <translation>Die Notiz für %1 wurde nicht angenommen.</translation>
    </message>
    <message>
        <source>Edit and send again</source>
        <translation>Ändern und neu senden</translation>
    </message>
    <message>
        <source>Edit the note and send it again</source>
        <translation>Die Notiz ändern und neu senden</translation>
    </message>
    <message>
        <source>The note for %1 was sent.</source>
        <translation>Die Notiz für %1 ist gesendet.</translation>
    </message>
    <message>
        <source>The note for %1 was taken out of the outbox and not sent.</source>
        <translation>Die Notiz für %1 wurde aus dem Postausgang genommen und nicht gesendet.</translation>
    </message>
    <message>
        <source>The note waits in the outbox and goes as soon as %1 takes it.</source>
        <extracomment>%1 is a system.</extracomment>
        <translation>Die Notiz liegt im Postausgang und geht ab, sobald %1 sie annimmt.</translation>
    </message>
    <message>
        <source>The note for %1 is in the outbox and goes in a moment.</source>
        <extracomment>%1 is a system and the number of a conversation there.</extracomment>
        <translation>Die Notiz für %1 liegt im Postausgang und geht gleich ab.</translation>
    </message>
    <message>
        <source>Copied, with its sources.</source>
        <translation>Kopiert, mit ihren Belegen.</translation>
    </message>
    <message>
        <source>The draft is discarded.</source>
        <translation>Der Entwurf ist verworfen.</translation>
    </message>
    <message>
        <source>Note about the conversation</source>
        <translation>Notiz zum Gespräch</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close the note; the draft stays</source>
        <translation>Die Notiz schließen; der Entwurf bleibt</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Choose another conversation for the note</source>
        <translation>Ein anderes Gespräch für die Notiz wählen</translation>
    </message>
    <message>
        <source>Text of the note</source>
        <translation>Text der Notiz</translation>
    </message>
    <message>
        <source>Send note</source>
        <translation>Notiz senden</translation>
    </message>
    <message>
        <source>Send the note (Ctrl Enter)</source>
        <translation>Die Notiz senden (Strg Eingabe)</translation>
    </message>
    <message>
        <source>Ctrl Enter</source>
        <translation>Strg Eingabe</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the note with its sources</source>
        <translation>Die Notiz mit ihren Belegen kopieren</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Discard the draft</source>
        <translation>Den Entwurf verwerfen</translation>
    </message>
    <message>
        <source>Goes to</source>
        <translation>Geht an</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>Undo, and go on writing</source>
        <translation>Zurücknehmen und weiterschreiben</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>Subject of a conversation, and its status.</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 takes no notes from here: copy it and paste it there.</source>
        <extracomment>%1 is a system.</extracomment>
        <translation>%1 nimmt von hier keine Notizen an: kopieren Sie sie und fügen Sie sie dort ein.</translation>
    </message>
    <message>
        <source>Draft kept: %1</source>
        <translation>Entwurf aufbewahrt: %1</translation>
    </message>
    <message>
        <source>The draft for %1 is not discarded: %2</source>
        <extracomment>%1 is a system and the number of a conversation there.</extracomment>
        <translation>Der Entwurf für %1 ist nicht verworfen: %2</translation>
    </message>
</context>
<context>
    <name>foreword::NoteText</name>
    <message>
        <source>[%1] %2, %3, %4 %5</source>
        <extracomment>Number of a message, who wrote it, when, and the record it is from.</extracomment>
        <translation>[%1] %2, %3, %4 %5</translation>
    </message>
    <message>
        <source>%1: </source>
        <extracomment>Status of a promise, before its words.</extracomment>
        <translation>%1: </translation>
    </message>
    <message>
        <source>Situation</source>
        <translation>Lage</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Promised</source>
        <translation>Zugesagt</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Belege</translation>
    </message>
    <message>
        <source>%1 #%2</source>
        <extracomment>Where a note goes: a system and the number of a conversation there.</extracomment>
        <translation>%1 #%2</translation>
    </message>
    <message>
        <source>%1: </source>
        <comment>conversation</comment>
        <extracomment>What a conversation is called, before what was said in it.</extracomment>
        <translation>%1: </translation>
    </message>
</context>
<context>
    <name>foreword::OffersModel</name>
    <message>
        <source>%1: %2. %3</source>
        <extracomment>For screen readers: verdict, name of the offer, reason.</extracomment>
        <translation>%1: %2. %3</translation>
    </message>
</context>
<context>
    <name>foreword::OverrideDialog</name>
    <message>
        <source>Override</source>
        <translation>Aufheben</translation>
    </message>
    <message>
        <source>Override %1</source>
        <translation>%1 aufheben</translation>
    </message>
    <message>
        <source>Offer</source>
        <translation>Angebot</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>In words</source>
        <translation>In Worten</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Ihr Name</translation>
    </message>
    <message>
        <source>Your role</source>
        <translation>Ihre Rolle</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Stunden</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>All of them</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>It needs a name and a reason in words.</source>
        <translation>Es fehlen ein Name und ein Grund in Worten.</translation>
    </message>
</context>
<context>
    <name>foreword::OverrideText</name>
    <message>
        <source>supervisor</source>
        <translation>Teamleitung</translation>
    </message>
    <message>
        <source>agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>The customer asked for it</source>
        <translation>Der Kunde hat darum gebeten</translation>
    </message>
    <message>
        <source>The matter is settled</source>
        <translation>Die Sache ist erledigt</translation>
    </message>
    <message>
        <source>The signal is mistaken</source>
        <translation>Das Signal ist falsch</translation>
    </message>
    <message>
        <source>Another reason</source>
        <translation>Ein anderer Grund</translation>
    </message>
    <message>
        <source>Only a %1 can override this rule.</source>
        <translation>Diese Regel aufheben darf nur: %1.</translation>
    </message>
    <message>
        <source>%1: no longer stopped by %2 until %3.</source>
        <extracomment>The offers, the rule&apos;s name and version, a day and time.</extracomment>
        <translation>%1: von %2 nicht mehr aufgehalten, bis %3.</translation>
    </message>
    <message>
        <source>No other rule stands against it.</source>
        <translation>Keine andere Regel steht dagegen.</translation>
    </message>
    <message>
        <source>Still stopped by %1.</source>
        <translation>Weiter aufgehalten von %1.</translation>
    </message>
    <message>
        <source>The posture stays: %1.</source>
        <translation>Die Haltung bleibt: %1.</translation>
    </message>
    <message>
        <source>Name, time and reason are kept.</source>
        <translation>Name, Zeit und Grund werden aufbewahrt.</translation>
    </message>
    <message>
        <source>every offer</source>
        <translation>alle Angebote</translation>
    </message>
    <message>
        <source>Overridden for %1 until %2 by %3 (%4). %5: %6</source>
        <extracomment>Offer, day and time, name, role, reason, the reason in words.</extracomment>
        <translation>Für %1 aufgehoben bis %2 von %3 (%4). %5: %6</translation>
    </message>
    <message>
        <source>Allowed until %1 by %2 (%3): %4</source>
        <extracomment>Day and time, name, role, the reason in words.</extracomment>
        <translation>Erlaubt bis %1 von %2 (%3): %4</translation>
    </message>
</context>
<context>
    <name>foreword::Overriding</name>
    <message>
        <source>Take the override back</source>
        <translation>Aufhebung zurücknehmen</translation>
    </message>
    <message>
        <source>The rule stands again at once. Your name:</source>
        <translation>Die Regel gilt sofort wieder. Ihr Name:</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>message and remedy</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>The rule stands as it did</source>
        <translation>Die Regel gilt wie zuvor</translation>
    </message>
</context>
<context>
    <name>foreword::PageSwitch</name>
    <message>
        <source>Queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>Brief</source>
        <translation>Kurzbild</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Offers and profile</source>
        <translation>Angebote, Profil</translation>
    </message>
</context>
<context>
    <name>foreword::ProfileText</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Anschrift</translation>
    </message>
    <message>
        <source>Birth date</source>
        <translation>Geburtsdatum</translation>
    </message>
    <message>
        <source>Value tier</source>
        <translation>Wertstufe</translation>
    </message>
    <message>
        <source>Lifecycle</source>
        <translation>Lebensphase</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Customer since</source>
        <translation>Bei uns seit</translation>
    </message>
    <message>
        <source>Renewal</source>
        <translation>Verlängerung</translation>
    </message>
    <message>
        <source>German</source>
        <translation>Deutsch</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Englisch</translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation>Spanisch</translation>
    </message>
    <message>
        <source>French</source>
        <translation>Französisch</translation>
    </message>
    <message>
        <source>Italian</source>
        <translation>Italienisch</translation>
    </message>
    <message>
        <source>Dutch</source>
        <translation>Niederländisch</translation>
    </message>
    <message>
        <source>Polish</source>
        <translation>Polnisch</translation>
    </message>
    <message>
        <source>Turkish</source>
        <translation>Türkisch</translation>
    </message>
    <message>
        <source>Platinum</source>
        <translation>Platin</translation>
    </message>
    <message>
        <source>Gold</source>
        <translation>Gold</translation>
    </message>
    <message>
        <source>Silver</source>
        <translation>Silber</translation>
    </message>
    <message>
        <source>Bronze</source>
        <translation>Bronze</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>Prospect</source>
        <translation>Interesse</translation>
    </message>
    <message>
        <source>Onboarding</source>
        <translation>Einrichtung</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Gekündigt</translation>
    </message>
    <message>
        <source>opt-in</source>
        <translation>Einwilligung</translation>
    </message>
    <message>
        <source>no consent</source>
        <translation>keine Einwilligung</translation>
    </message>
    <message>
        <source>consent revoked</source>
        <translation>Einwilligung widerrufen</translation>
    </message>
    <message>
        <source>objection</source>
        <translation>Widerspruch</translation>
    </message>
    <message>
        <source>unknown consent</source>
        <translation>Einwilligung unbekannt</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>Customer number</source>
        <translation>Kundennummer</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>Vorgang</translation>
    </message>
    <message>
        <source>In a message</source>
        <translation>In einer Nachricht</translation>
    </message>
    <message>
        <source>Name not known</source>
        <translation>Name nicht bekannt</translation>
    </message>
    <message>
        <source>%2 says %1</source>
        <extracomment>A value that contradicts the one shown, and which source says so.</extracomment>
        <translation>%2: %1</translation>
    </message>
    <message>
        <source>Renewal today</source>
        <translation>Verlängerung heute</translation>
    </message>
    <message numerus="yes">
        <source>Renewal in %n day(s)</source>
        <translation>
            <numerusform>Verlängerung in %n Tag</numerusform>
            <numerusform>Verlängerung in %n Tagen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 tier</source>
        <extracomment>A customer&apos;s value tier, such as Gold.</extracomment>
        <translation>Stufe %1</translation>
    </message>
    <message>
        <source>Customer since %1</source>
        <translation>Bei uns seit %1</translation>
    </message>
    <message>
        <source>%1 says %2, %3 says %4.</source>
        <extracomment>First source and value, second source and value.</extracomment>
        <translation>%1 sagt %2, %3 sagt %4.</translation>
    </message>
    <message>
        <source>Two birth dates</source>
        <translation>Zwei Geburtsdaten</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Two value tiers</source>
        <translation>Zwei Wertstufen</translation>
    </message>
    <message>
        <source>Two lifecycle states</source>
        <translation>Zwei Lebensphasen</translation>
    </message>
    <message>
        <source>Consent conflict</source>
        <translation>Einwilligung strittig</translation>
    </message>
    <message>
        <source>Safe value used</source>
        <translation>Sicherer Wert gilt</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>value, source</comment>
        <extracomment>A value, and where it is from: &quot;Gold, CRM, 1 Nov&quot;.</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1: %2 of %3. %4: %5 of %6. What counts: %7.</source>
        <extracomment>Older consent: source, status, date; newer: the same; the status that counts.</extracomment>
        <translation>%1: %2 vom %3. %4: %5 vom %6. Es gilt: %7.</translation>
    </message>
    <message>
        <source>Record missing</source>
        <translation>Datensatz fehlt</translation>
    </message>
    <message>
        <source>Something refers to %1 %2, which has not arrived.</source>
        <extracomment>Source and id of a record.</extracomment>
        <translation>Etwas verweist auf %1 %2; der Datensatz ist noch nicht da.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two sentences</comment>
        <extracomment>Two sentences.</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Day and month may be swapped.</source>
        <translation>Tag und Monat sind vielleicht vertauscht.</translation>
    </message>
    <message>
        <source>One digit differs.</source>
        <translation>Eine Ziffer weicht ab.</translation>
    </message>
    <message>
        <source>verified</source>
        <translation>geprüft</translation>
    </message>
    <message>
        <source>%1 Owner: %2</source>
        <extracomment>What a field means, and who sees to it.</extracomment>
        <translation>%1 Zuständig: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n year(s)</source>
        <translation>
            <numerusform>%n Jahr</numerusform>
            <numerusform>%n Jahre</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>%n Monat</numerusform>
            <numerusform>%n Monate</numerusform>
        </translation>
    </message>
    <message>
        <source>Customer for</source>
        <extracomment>How long somebody has been a customer, the day it began, and who says so.</extracomment>
        <translation>Kunde seit</translation>
    </message>
    <message>
        <source>%1, since %2, %3</source>
        <translation>%1, seit %2, %3</translation>
    </message>
    <message>
        <source>has %1, too</source>
        <extracomment>Identifiers that two persons share.</extracomment>
        <translation>hat ebenfalls %1</translation>
    </message>
    <message>
        <source>Basic</source>
        <translation>Basis</translation>
    </message>
    <message>
        <source>gone</source>
        <comment>a value</comment>
        <translation>entfernt</translation>
    </message>
    <message>
        <source>Gone: no record that says so is still there at its system</source>
        <translation>Entfernt: Kein Datensatz, der das sagt, ist in seinem System noch vorhanden</translation>
    </message>
    <message>
        <source>stale</source>
        <comment>a value</comment>
        <translation>veraltet</translation>
    </message>
    <message>
        <source>Stale: no system that says so was reached lately; it may have changed</source>
        <translation>Veraltet: Kein System, das dies sagt, war zuletzt erreichbar; es kann sich geändert haben</translation>
    </message>
    <message>
        <source>%1 %2 since %3</source>
        <extracomment>A record that its system does not have any more, and the day that was noticed.</extracomment>
        <translation>%1 %2 seit %3</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) gone</source>
        <translation>
            <numerusform>%n Datensatz entfernt</numerusform>
            <numerusform>%n Datensätze entfernt</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 was last synced %2</source>
        <extracomment>%1 is a system, %2 a time.</extracomment>
        <translation>%1 zuletzt abgeglichen: %2</translation>
    </message>
    <message>
        <source>Stale: %1</source>
        <extracomment>Systems whose copy here is old; %2 of the second says since when.</extracomment>
        <translation>Veraltet: %1</translation>
    </message>
    <message>
        <source>Stale: %1; what was told there since then is missing</source>
        <translation>Veraltet: %1; was dort seitdem geschehen ist, fehlt hier</translation>
    </message>
    <message>
        <source>%1 #%2 since %3</source>
        <extracomment>The same of a ticket.</extracomment>
        <translation>%1 #%2 seit %3</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <extracomment>Ends a list of records: &quot;helpdesk #4700, helpdesk #4701 and 3 more&quot;.</extracomment>
        <translation>
            <numerusform>%n weiterer</numerusform>
            <numerusform>%n weitere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) gone at their system and kept here as last seen: %1</source>
        <extracomment>%1 lists the records.</extracomment>
        <translation>
            <numerusform>%n Datensatz ist in seinem System nicht mehr vorhanden und hier wie zuletzt gesehen aufbewahrt: %1</numerusform>
            <numerusform>%n Datensätze sind in ihren Systemen nicht mehr vorhanden und hier wie zuletzt gesehen aufbewahrt: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foreword::QueueModel</name>
    <message>
        <source>New contact, no history yet</source>
        <translation>Neuer Kontakt, noch kein Verlauf</translation>
    </message>
    <message>
        <source>Waiting for you (%1)</source>
        <translation>Warten auf Sie (%1)</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Zuletzt</translation>
    </message>
    <message>
        <source>%1. %2. %3. %4</source>
        <extracomment>For screen readers: name, posture, subject, how long or when.</extracomment>
        <translation>%1. %2. %3. %4</translation>
    </message>
</context>
<context>
    <name>foreword::QueuePanel</name>
    <message>
        <source>Queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>Nobody is waiting</source>
        <translation>Niemand wartet</translation>
    </message>
    <message>
        <source>Press Ctrl+K to find a customer.</source>
        <translation>Mit Strg+K suchen Sie jemanden.</translation>
    </message>
    <message>
        <source>The queue could not be read</source>
        <translation>Die Warteschlange ließ sich nicht lesen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
</context>
<context>
    <name>foreword::SearchBox</name>
    <message>
        <source>Ctrl K</source>
        <translation>Strg K</translation>
    </message>
    <message>
        <source>Find a customer</source>
        <translation>Kundin oder Kunden suchen</translation>
    </message>
    <message>
        <source>Find a customer by name, e-mail, phone or ticket</source>
        <translation>Suche nach Name, E-Mail, Telefon oder Vorgang</translation>
    </message>
    <message>
        <source>Customers found</source>
        <translation>Gefundene Personen</translation>
    </message>
    <message>
        <source>Nobody found. Try another spelling, an e-mail address, a phone number or a ticket.</source>
        <translation>Niemand gefunden. Versuchen Sie eine andere Schreibweise, E-Mail-Adresse, Telefon- oder Vorgangsnummer.</translation>
    </message>
    <message>
        <source>Nobody found for “%1”.</source>
        <translation>Zu „%1“ wurde niemand gefunden.</translation>
    </message>
</context>
<context>
    <name>foreword::SearchModel</name>
    <message>
        <source>%1: %2</source>
        <extracomment>What matched and its value: &quot;E-mail: maria@example.com&quot;.</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <extracomment>For screen readers: a customer, and why the search found them.</extracomment>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>%1, could also be %2</source>
        <extracomment>Why somebody was found, and others whom the same number or address fits.</extracomment>
        <translation>%1, könnte auch %2 sein</translation>
    </message>
</context>
<context>
    <name>foreword::SidePanel</name>
    <message>
        <source>Offers, profile and data health</source>
        <translation>Angebote, Profil und Datenqualität</translation>
    </message>
    <message>
        <source>Offers (%1)</source>
        <translation>Angebote (%1)</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>Data health (%1)</source>
        <translation>Datenqualität (%1)</translation>
    </message>
    <message>
        <source>%1: %2. %3</source>
        <extracomment>For screen readers: a finding, what is to be done, details.</extracomment>
        <translation>%1: %2. %3</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>Einwilligungen</translation>
    </message>
    <message>
        <source>Could also be</source>
        <translation>Könnte auch sein</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>person, what they share</comment>
        <extracomment>For screen readers: a person, and what they share with the customer on screen.</extracomment>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>foreword::SignalText</name>
    <message>
        <source>words about harming oneself</source>
        <translation>Äußerungen über Selbstverletzung</translation>
    </message>
    <message>
        <source>words about immediate danger</source>
        <translation>Äußerungen über unmittelbare Gefahr</translation>
    </message>
    <message>
        <source>card data in a message, masked</source>
        <translation>Kartendaten in einer Nachricht, geschwärzt</translation>
    </message>
    <message>
        <source>the account holder is reported dead</source>
        <translation>Todesmeldung zur Vertragsperson</translation>
    </message>
    <message>
        <source>an objection to marketing</source>
        <translation>ein Widerspruch gegen Marketing</translation>
    </message>
    <message>
        <source>no consent on record</source>
        <translation>keine Einwilligung bekannt</translation>
    </message>
    <message>
        <source>an audience chosen by sensitive data</source>
        <translation>eine Auswahl nach sensiblen Daten</translation>
    </message>
    <message>
        <source>a debt moratorium</source>
        <translation>ein Zahlungsmoratorium</translation>
    </message>
    <message>
        <source>records that disagree about who this is</source>
        <translation>Datensätze, die einander bei der Identität widersprechen</translation>
    </message>
    <message>
        <source>someone other than the account holder speaks</source>
        <translation>es spricht nicht die Vertragsperson</translation>
    </message>
    <message>
        <source>a complaint near its time limit</source>
        <translation>eine Beschwerde kurz vor Fristablauf</translation>
    </message>
    <message>
        <source>a formal step announced</source>
        <translation>ein angekündigter förmlicher Schritt</translation>
    </message>
    <message>
        <source>a bereavement</source>
        <translation>ein Trauerfall</translation>
    </message>
    <message>
        <source>a health condition that matters here</source>
        <translation>ein Gesundheitszustand, der hier zählt</translation>
    </message>
    <message>
        <source>financial hardship</source>
        <translation>eine finanzielle Notlage</translation>
    </message>
    <message>
        <source>a need for adapted service</source>
        <translation>ein Bedarf an angepasstem Service</translation>
    </message>
    <message>
        <source>reported fraud or account takeover</source>
        <translation>gemeldeter Betrug oder Kontoübernahme</translation>
    </message>
    <message>
        <source>repeated contact about the same matter</source>
        <translation>wiederholter Kontakt zur selben Sache</translation>
    </message>
    <message>
        <source>a promise that was missed</source>
        <translation>eine versäumte Zusage</translation>
    </message>
    <message>
        <source>a person was asked for</source>
        <translation>der Wunsch nach einem Menschen</translation>
    </message>
    <message>
        <source>an announcement to leave</source>
        <translation>eine angekündigte Kündigung</translation>
    </message>
    <message>
        <source>the contact limit is reached</source>
        <translation>die Kontaktgrenze ist erreicht</translation>
    </message>
    <message>
        <source>the same offer declined before</source>
        <translation>dasselbe Angebot wurde schon abgelehnt</translation>
    </message>
    <message>
        <source>the contract is not active yet</source>
        <translation>der Vertrag ist noch nicht aktiv</translation>
    </message>
    <message numerus="yes">
        <source>%n open complaint(s)</source>
        <translation>
            <numerusform>%n offene Beschwerde</numerusform>
            <numerusform>%n offene Beschwerden</numerusform>
        </translation>
    </message>
    <message>
        <source>open complaint %1</source>
        <translation>offene Beschwerde %1</translation>
    </message>
    <message numerus="yes">
        <source>%n open service issue(s)</source>
        <translation>
            <numerusform>%n offene Störung</numerusform>
            <numerusform>%n offene Störungen</numerusform>
        </translation>
    </message>
    <message>
        <source>open service issue %1</source>
        <translation>offene Störung %1</translation>
    </message>
    <message numerus="yes">
        <source>%n contact(s) about the same matter</source>
        <translation>
            <numerusform>%n Kontakt zur selben Sache</numerusform>
            <numerusform>%n Kontakte zur selben Sache</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n promise(s) missed</source>
        <translation>
            <numerusform>%n versäumte Zusage</numerusform>
            <numerusform>%n versäumte Zusagen</numerusform>
        </translation>
    </message>
    <message>
        <source>suspected, please confirm</source>
        <translation>vermutet, bitte bestätigen</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>bestätigt</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>absent</source>
        <translation>nicht vorhanden</translation>
    </message>
    <message>
        <source>P0 safety</source>
        <translation>P0 Sicherheit</translation>
    </message>
    <message>
        <source>P1 legal</source>
        <translation>P1 Recht</translation>
    </message>
    <message>
        <source>P2 identity</source>
        <translation>P2 Identität</translation>
    </message>
    <message>
        <source>P3 regulated care</source>
        <translation>P3 geregelte Fürsorge</translation>
    </message>
    <message>
        <source>P4 service</source>
        <translation>P4 Service</translation>
    </message>
    <message>
        <source>P5 commercial</source>
        <translation>P5 Geschäft</translation>
    </message>
</context>
<context>
    <name>foreword::StatusText</name>
    <message numerus="yes">
        <source>%1: syncing, %Ln record(s) so far</source>
        <extracomment>%1 is a connected system.</extracomment>
        <translation>
            <numerusform>%1: Abgleich läuft, bisher %Ln Datensatz</numerusform>
            <numerusform>%1: Abgleich läuft, bisher %Ln Datensätze</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: syncing</source>
        <translation>%1: Abgleich läuft</translation>
    </message>
    <message>
        <source>%1: not reached since %2, working from what is here</source>
        <extracomment>%1 is a connected system, %2 a time.</extracomment>
        <translation>%1: seit %2 nicht erreicht, es gilt, was hier liegt</translation>
    </message>
    <message>
        <source>%1: synced %2</source>
        <extracomment>%1 is a connected system, %2 &quot;8 min ago&quot;.</extracomment>
        <translation>%1: abgeglichen %2</translation>
    </message>
    <message>
        <source>%1: not synced yet</source>
        <translation>%1: noch nicht abgeglichen</translation>
    </message>
    <message>
        <source>%1. %2 %3</source>
        <extracomment>%1 how a connected system stands, %2 what went wrong, %3 what helps.</extracomment>
        <translation>%1. %2 %3</translation>
    </message>
    <message>
        <source>Synced %1</source>
        <translation>Abgeglichen %1</translation>
    </message>
    <message>
        <source>Not synced yet</source>
        <translation>Noch nicht abgeglichen</translation>
    </message>
    <message>
        <source>Sample history</source>
        <translation>Beispielverlauf</translation>
    </message>
    <message>
        <source>Imported data</source>
        <translation>Importierte Daten</translation>
    </message>
    <message>
        <source>under 1 ms</source>
        <translation>unter 1 ms</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message numerus="yes">
        <source>Brief ready in %1 from %n message(s)</source>
        <extracomment>%1 is a duration.</extracomment>
        <translation>
            <numerusform>Kurzbild in %1 aus %n Nachricht</numerusform>
            <numerusform>Kurzbild in %1 aus %n Nachrichten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln profile(s) cached, encrypted</source>
        <translation>
            <numerusform>%Ln Profil gespeichert, verschlüsselt</numerusform>
            <numerusform>%Ln Profile gespeichert, verschlüsselt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln profile(s) cached, not encrypted</source>
        <translation>
            <numerusform>%Ln Profil gespeichert, nicht verschlüsselt</numerusform>
            <numerusform>%Ln Profile gespeichert, nicht verschlüsselt</numerusform>
        </translation>
    </message>
    <message>
        <source>Charter %1, sample of %2</source>
        <translation>Charta %1, Beispiel vom %2</translation>
    </message>
    <message>
        <source>Charter %1</source>
        <translation>Charta %1</translation>
    </message>
    <message>
        <source>The state of the workspace is not known: %1</source>
        <extracomment>%1 what went wrong, as a sentence.</extracomment>
        <translation>Der Zustand des Arbeitsbereichs ist nicht bekannt: %1</translation>
    </message>
    <message>
        <source>The customer on screen could not be read again: %1</source>
        <extracomment>%1 what went wrong, as a sentence.</extracomment>
        <translation>Der angezeigte Kunde konnte nicht erneut gelesen werden: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) not taken: %2</source>
        <extracomment>%2 is the customer of the first of them.</extracomment>
        <translation>
            <numerusform>%n Notiz nicht angenommen: %2</numerusform>
            <numerusform>%n Notizen nicht angenommen: %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) not sent: %2</source>
        <extracomment>%2 is the customer of the one written last.</extracomment>
        <translation>
            <numerusform>%n Notiz nicht gesendet: %2</numerusform>
            <numerusform>%n Notizen nicht gesendet: %2</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 was not reached since %2: what was written there since then is missing here.</source>
        <extracomment>%1 is a connected system, %2 a time.</extracomment>
        <translation>%1 war seit %2 nicht erreichbar: was dort seitdem geschrieben wurde, fehlt hier.</translation>
    </message>
    <message>
        <source>%1 is being read for the first time: the history is not whole yet.</source>
        <extracomment>%1 is a connected system.</extracomment>
        <translation>%1 wird zum ersten Mal gelesen: der Verlauf ist noch nicht vollständig.</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) not read yet: the brief may lack what they say.</source>
        <translation>
            <numerusform>%n Nachricht noch nicht gelesen: was sie sagt, kann im Kurzbild fehlen.</numerusform>
            <numerusform>%n Nachrichten noch nicht gelesen: was sie sagen, kann im Kurzbild fehlen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) read by another dictionary; they are being read again.</source>
        <translation>
            <numerusform>%n Nachricht mit einem anderen Wörterbuch gelesen; sie wird neu gelesen.</numerusform>
            <numerusform>%n Nachrichten mit einem anderen Wörterbuch gelesen; sie werden neu gelesen.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: newest message %2</source>
        <extracomment>%1 is a system, %2 a time.</extracomment>
        <translation>%1: neueste Nachricht %2</translation>
    </message>
    <message>
        <source>%1: no messages</source>
        <translation>%1: keine Nachrichten</translation>
    </message>
    <message>
        <source>%1, synced %2</source>
        <extracomment>%1 is how far a system&apos;s messages reach, %2 &quot;Today 10:03&quot;.</extracomment>
        <translation>%1, abgeglichen %2</translation>
    </message>
    <message>
        <source>%1: comparing customer records, %2 %</source>
        <extracomment>%1 is a connected system; its pull ends with all customer records compared.</extracomment>
        <translation>%1: vergleicht Kundendatensätze, %2 %</translation>
    </message>
    <message>
        <source>%1 was last synced %2: what it tells is stale and may have changed since.</source>
        <extracomment>%1 is a connected system, %2 a time.</extracomment>
        <translation>%1 wurde zuletzt abgeglichen: %2. Was von dort stammt, ist veraltet und kann sich seitdem geändert haben.</translation>
    </message>
    <message>
        <source>%1, stale</source>
        <extracomment>%1 is how far a system&apos;s messages reach; it was not synced for too long.</extracomment>
        <translation>%1, veraltet</translation>
    </message>
</context>
<context>
    <name>foreword::TopBar</name>
    <message>
        <source>Workspace</source>
        <translation>Arbeitsplatz</translation>
    </message>
    <message>
        <source>Queue (%1)</source>
        <translation>Warteschlange (%1)</translation>
    </message>
    <message>
        <source>Data health</source>
        <translation>Datenqualität</translation>
    </message>
</context>
<context>
    <name>foreword::WhyPanel</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Why: the full explanation</source>
        <translation>Warum: die ganze Erklärung</translation>
    </message>
    <message>
        <source>Close the explanation</source>
        <translation>Erklärung schließen</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s) matched</source>
        <translation>
            <numerusform>%n Regel trifft zu</numerusform>
            <numerusform>%n Regeln treffen zu</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, owner %2</source>
        <extracomment>Rank of a rule and who owns it.</extracomment>
        <translation>%1, verantwortlich: %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>Title of a signal and its state: &quot;Open complaint: confirmed&quot;.</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Authority: %1</source>
        <translation>Grundlage: %1</translation>
    </message>
    <message>
        <source>Owner of the definition: %1</source>
        <translation>Für die Definition verantwortlich: %1</translation>
    </message>
    <message>
        <source>Record: %1</source>
        <extracomment>A recorded field as evidence, and when.</extracomment>
        <translation>Datensatz: %1</translation>
    </message>
    <message>
        <source>Record: %1 (%2)</source>
        <translation>Datensatz: %1 (%2)</translation>
    </message>
    <message>
        <source>“%1” %2, %3</source>
        <extracomment>A quotation, who said it, when.</extracomment>
        <translation>„%1“ %2, %3</translation>
    </message>
    <message>
        <source>Offers that are stopped</source>
        <translation>Aufgehaltene Angebote</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Nicht bekannt</translation>
    </message>
    <message>
        <source>Decided with</source>
        <translation>Entschieden mit</translation>
    </message>
    <message>
        <source>Charter %1, for %2.</source>
        <translation>Charta %1, für %2.</translation>
    </message>
    <message>
        <source>Input %1</source>
        <translation>Eingabe %1</translation>
    </message>
    <message>
        <source>Read with dictionary %1</source>
        <translation>Gelesen mit Wörterbuch %1</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>Take back the override of %1</source>
        <translation>Die Aufhebung von %1 zurücknehmen</translation>
    </message>
    <message>
        <source>Override…</source>
        <translation>Aufheben …</translation>
    </message>
    <message>
        <source>Override %1</source>
        <translation>%1 aufheben</translation>
    </message>
</context>
<context>
    <name>foreword::Wording</name>
    <message>
        <source>d MMM yyyy</source>
        <extracomment>Format of a short date, day before month. See Qt&apos;s date format expressions.</extracomment>
        <translation>d. MMM yyyy</translation>
    </message>
    <message>
        <source>d MMM</source>
        <translation>d. MMM</translation>
    </message>
    <message>
        <source>MMM d, yyyy</source>
        <extracomment>Format of a short date where the locale puts the month first.</extracomment>
        <translation>MMM d, yyyy</translation>
    </message>
    <message>
        <source>MMM d</source>
        <translation>MMM d</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Gestern</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>A day, such as &quot;Today&quot; or &quot;7 Nov&quot;, and a time.</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n Min.</numerusform>
            <numerusform>%n Min.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h</source>
        <translation>
            <numerusform>%n Std.</numerusform>
            <numerusform>%n Std.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n d</source>
        <comment>days, short</comment>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tage</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n s ago</source>
        <translation>
            <numerusform>vor %n s</numerusform>
            <numerusform>vor %n s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation>
            <numerusform>vor %n Min.</numerusform>
            <numerusform>vor %n Min.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h ago</source>
        <translation>
            <numerusform>vor %n Std.</numerusform>
            <numerusform>vor %n Std.</numerusform>
        </translation>
    </message>
    <message>
        <source>on %1</source>
        <translation>am %1</translation>
    </message>
    <message>
        <source>under 1 min</source>
        <translation>unter 1 Min.</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 Std. %2 Min.</translation>
    </message>
</context>
<context>
    <name>foreword::WorkspacePage</name>
    <message>
        <source>Opening the customer</source>
        <translation>Wird geöffnet</translation>
    </message>
    <message>
        <source>Opening %1</source>
        <translation>%1 wird geöffnet</translation>
    </message>
    <message>
        <source>Reading the history.</source>
        <translation>Der Verlauf wird gelesen.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>message and remedy</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>The customer could not be opened</source>
        <translation>Das Öffnen ist nicht gelungen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>No customer selected</source>
        <translation>Niemand ausgewählt</translation>
    </message>
    <message>
        <source>Choose somebody from the queue, or press Ctrl+K to search.</source>
        <translation>Wählen Sie jemanden aus der Warteschlange, oder suchen Sie mit Strg+K.</translation>
    </message>
    <message>
        <source>No customers yet</source>
        <translation>Noch keine Kundendaten</translation>
    </message>
    <message>
        <source>Fill this workspace with &apos;forewordctl import&apos; or &apos;forewordctl pull&apos;.
A sample starts with &apos;foreword --demo&apos;.</source>
        <translation>Füllen Sie diesen Arbeitsbereich mit „forewordctl import“ oder „forewordctl pull“.
Ein Beispiel startet mit „foreword --demo“.</translation>
    </message>
</context>
</TS>
