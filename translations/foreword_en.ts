<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>foreword::BriefText</name>
    <message numerus="yes">
        <source>%n e-mail(s)</source>
        <translation>
            <numerusform>%n e-mail</numerusform>
            <numerusform>%n e-mails</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chat message(s)</source>
        <translation>
            <numerusform>%n chat message</numerusform>
            <numerusform>%n chat messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n call(s)</source>
        <translation>
            <numerusform>%n call</numerusform>
            <numerusform>%n calls</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n text message(s)</source>
        <translation>
            <numerusform>%n text message</numerusform>
            <numerusform>%n text messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n post(s)</source>
        <translation>
            <numerusform>%n post</numerusform>
            <numerusform>%n posts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n visit(s)</source>
        <translation>
            <numerusform>%n visit</numerusform>
            <numerusform>%n visits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n promise(s) missed</source>
        <translation>
            <numerusform>%n promise missed</numerusform>
            <numerusform>%n promises missed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n promise(s) kept</source>
        <translation>
            <numerusform>%n promise kept</numerusform>
            <numerusform>%n promises kept</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) by colleagues</source>
        <translation>
            <numerusform>%n note by colleagues</numerusform>
            <numerusform>%n notes by colleagues</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foreword::CustomerHeader</name>
    <message numerus="yes">
        <source>%n record(s)</source>
        <translation>
            <numerusform>%n record</numerusform>
            <numerusform>%n records</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foreword::DecisionText</name>
    <message numerus="yes">
        <source>Until the matter is closed, then %n day(s).</source>
        <translation>
            <numerusform>Until the matter is closed, then %n day.</numerusform>
            <numerusform>Until the matter is closed, then %n days.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Until %1 is closed, then %n day(s).</source>
        <translation>
            <numerusform>Until %1 is closed, then %n day.</numerusform>
            <numerusform>Until %1 is closed, then %n days.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Until its reason has ended, then %n day(s).</source>
        <translation>
            <numerusform>Until its reason has ended, then %n day.</numerusform>
            <numerusform>Until its reason has ended, then %n days.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foreword::HealthPage</name>
    <message numerus="yes">
        <source>%Ln customer(s) so far</source>
        <translation>
            <numerusform>%Ln customer so far</numerusform>
            <numerusform>%Ln customers so far</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foreword::HealthText</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fewer</source>
        <translation>
            <numerusform>%n fewer</numerusform>
            <numerusform>%n fewer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln customer(s)</source>
        <translation>
            <numerusform>%Ln customer</numerusform>
            <numerusform>%Ln customers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foreword::HistoryModel</name>
    <message numerus="yes">
        <source>Show %n earlier message(s)</source>
        <translation>
            <numerusform>Show %n earlier message</numerusform>
            <numerusform>Show %n earlier messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation>
            <numerusform>%n message</numerusform>
            <numerusform>%n messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foreword::LinksPanel</name>
    <message numerus="yes">
        <source>%n record(s)</source>
        <translation>
            <numerusform>%n record</numerusform>
            <numerusform>%n records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The likeliest first (%n)</source>
        <translation>
            <numerusform>The likeliest first (%n)</numerusform>
            <numerusform>The likeliest first (%n)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foreword::ProfileText</name>
    <message numerus="yes">
        <source>Renewal in %n day(s)</source>
        <translation>
            <numerusform>Renewal in %n day</numerusform>
            <numerusform>Renewal in %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n year(s)</source>
        <translation>
            <numerusform>%n year</numerusform>
            <numerusform>%n years</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>%n month</numerusform>
            <numerusform>%n months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) gone</source>
        <translation>
            <numerusform>%n record gone</numerusform>
            <numerusform>%n records gone</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <extracomment>Ends a list of records: &quot;helpdesk #4700, helpdesk #4701 and 3 more&quot;.</extracomment>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) gone at their system and kept here as last seen: %1</source>
        <extracomment>%1 lists the records.</extracomment>
        <translation>
            <numerusform>%n record is gone at its system and kept here as last seen: %1</numerusform>
            <numerusform>%n records are gone at their systems and kept here as last seen: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foreword::SignalText</name>
    <message numerus="yes">
        <source>%n open complaint(s)</source>
        <translation>
            <numerusform>%n open complaint</numerusform>
            <numerusform>%n open complaints</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open service issue(s)</source>
        <translation>
            <numerusform>%n open service issue</numerusform>
            <numerusform>%n open service issues</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contact(s) about the same matter</source>
        <translation>
            <numerusform>%n contact about the same matter</numerusform>
            <numerusform>%n contacts about the same matter</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n promise(s) missed</source>
        <translation>
            <numerusform>%n promise missed</numerusform>
            <numerusform>%n promises missed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foreword::StatusText</name>
    <message numerus="yes">
        <source>%1: syncing, %Ln record(s) so far</source>
        <extracomment>%1 is a connected system.</extracomment>
        <translation>
            <numerusform>%1: syncing, %Ln record so far</numerusform>
            <numerusform>%1: syncing, %Ln records so far</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Brief ready in %1 from %n message(s)</source>
        <extracomment>%1 is a duration.</extracomment>
        <translation>
            <numerusform>Brief ready in %1 from %n message</numerusform>
            <numerusform>Brief ready in %1 from %n messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln profile(s) cached, encrypted</source>
        <translation>
            <numerusform>%Ln profile cached, encrypted</numerusform>
            <numerusform>%Ln profiles cached, encrypted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln profile(s) cached, not encrypted</source>
        <translation>
            <numerusform>%Ln profile cached, not encrypted</numerusform>
            <numerusform>%Ln profiles cached, not encrypted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) not taken: %2</source>
        <extracomment>%2 is the customer of the first of them.</extracomment>
        <translation>
            <numerusform>%n note not taken: %2</numerusform>
            <numerusform>%n notes not taken: %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) not sent: %2</source>
        <extracomment>%2 is the customer of the one written last.</extracomment>
        <translation>
            <numerusform>%n note not sent: %2</numerusform>
            <numerusform>%n notes not sent: %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) not read yet: the brief may lack what they say.</source>
        <translation>
            <numerusform>%n message not read yet: the brief may lack what it says.</numerusform>
            <numerusform>%n messages not read yet: the brief may lack what they say.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) read by another dictionary; they are being read again.</source>
        <translation>
            <numerusform>%n message read by another dictionary; it is being read again.</numerusform>
            <numerusform>%n messages read by another dictionary; they are being read again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foreword::WhyPanel</name>
    <message numerus="yes">
        <source>%n rule(s) matched</source>
        <translation>
            <numerusform>%n rule matched</numerusform>
            <numerusform>%n rules matched</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foreword::Wording</name>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n min</numerusform>
            <numerusform>%n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h</source>
        <translation>
            <numerusform>%n h</numerusform>
            <numerusform>%n h</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n d</source>
        <comment>days, short</comment>
        <translation>
            <numerusform>%n d</numerusform>
            <numerusform>%n d</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n s ago</source>
        <translation>
            <numerusform>%n s ago</numerusform>
            <numerusform>%n s ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation>
            <numerusform>%n min ago</numerusform>
            <numerusform>%n min ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h ago</source>
        <translation>
            <numerusform>%n h ago</numerusform>
            <numerusform>%n h ago</numerusform>
        </translation>
    </message>
</context>
</TS>
