import { canary, cross, type Families, split } from './families.js';

const call = `alert("${canary}")`;

/** What reaches for something: a file, a host, a query, a page, a shell, a template. */
export const attacks: Families = {
  operators: [
    ...split(`
      $gt ¦ $gte ¦ $lt ¦ $ne ¦ $in ¦ $nin ¦ $or ¦ $and ¦ $nor ¦ $not ¦ $exists ¦ $type ¦ $expr ¦ $regex ¦
      $options ¦ $where ¦ $mod ¦ $text ¦ $search ¦ $all ¦ $elemMatch ¦ $size ¦ $jsonSchema ¦ $function ¦ $near ¦
      $accumulator ¦ $lookup ¦ $out ¦ $merge ¦ $unionWith ¦ $set ¦ $unset ¦ $inc ¦ $rename ¦ $push ¦ $pull ¦
      $[] ¦
      $[elem] ¦ $$ROOT ¦ $$NOW ¦ $natural ¦ $slice ¦ $meta ¦ $comment ¦ $ ¦ $.a ¦ a.$ ¦ a.b.c ¦ .a ¦ a. ¦ ..
    `),
  ],
  prototypes: [
    ...split(`
      __proto__ ¦ constructor ¦ prototype ¦ toString ¦ valueOf ¦ hasOwnProperty ¦ __defineGetter__ ¦ then ¦
      toJSON ¦
      __lookupGetter__ ¦ isPrototypeOf ¦ length ¦ name ¦ arguments ¦ caller ¦ _id ¦ __v ¦ $__ ¦ _doc ¦ isNew ¦
      errors
    `),
    ...['collection', 'schema', 'save', 'model', '_bsontype', 'inspect', 'constructor.prototype', '__proto__.isOwner'],
  ],
  traversal: cross(
    split(`
      ../ ¦ ..\\ ¦ %2e%2e%2f ¦ ..%2f ¦ ..%5c ¦ %252e%252e%252f ¦ ..%c0%af ¦ ..%ef%bc%8f ¦ ....// ¦ ..;/ ¦ / ¦
      ~/ ¦ file:///
    `),
    [`etc/${canary}`, 'proc/self/environ', `windows\\${canary}.ini`, '.git/config', '.env', `.waymark/keys/${canary}`],
  ),
  schemes: cross(
    [
      ...[
        'javascript:',
        'JaVaScRiPt:',
        ' javascript:',
        'java\tscript:',
        'java\nscript:',
        '\u0001javascript:',
        'javascript&colon;',
      ],
      ...split(`
      javascript://%0a ¦ data:text/html,<script> ¦ data:text/html;base64, ¦ data:image/svg+xml, ¦ vbscript: ¦
      blob: ¦
      view-source: ¦ file:/// ¦ ftp:// ¦ gopher:// ¦ dict:// ¦ ldap:// ¦ jar: ¦ ws:// ¦ ssh:// ¦ tel: ¦ mailto: ¦
      intent:
    `),
    ],
    [call, `example.org/${canary}`],
  ),
  hosts: cross(
    ['https://', 'http://'],
    [
      ...split(`
      127.0.0.1 ¦ 0.0.0.0 ¦ 127.1 ¦ 2130706433 ¦ 0x7f000001 ¦ 0177.0.0.1 ¦ [::1] ¦ [::] ¦ [::ffff:127.0.0.1] ¦
      localhost. ¦
      [::ffff:7f00:1] ¦ [fe80::1%25eth0] ¦ [fd00:ec2::254] ¦ 169.254.169.254 ¦ metadata.google.internal ¦
      LOCALHOST:27017 ¦
      127.0.0.1.nip.io ¦ 10.0.0.1 ¦ 192.168.0.1 ¦ 172.16.0.1 ¦ 100.64.0.1 ¦ 198.18.0.1 ¦ 224.0.0.1 ¦
      255.255.255.255
    `),
      ...[
        '\u2460\u2461\u2466.\u24ea.\u24ea.\u2460',
        '127\u30020\u30020\u30021',
        `user:${canary}@example.org/`,
        `@example.org/${canary}`,
      ],
      ...[
        `127.0.0.1#@${canary}.example.org`,
        `example.org:99999/${canary}`,
        `exa mple.org/${canary}`,
        '%31%32%37.0.0.1',
        '..',
        '',
        'a'.repeat(64),
      ],
    ],
  ),
  redirects: split(`
      //example.org ¦ /\\example.org ¦ \\\\example.org ¦ /%09/example.org ¦ /\t/example.org ¦ ///x ¦ /%2f%2fx ¦
      /. ¦ /.. ¦ /\u2215x
    `),
  sql: [
    ...split(`
      ' OR '1'='1 ¦ ' OR 1=1 -- ¦ " OR ""=" ¦ '; DROP TABLE accounts; -- ¦ 1' AND SLEEP(5) -- ¦
      ' UNION SELECT NULL -- ¦
      admin'-- ¦ admin'/* ¦ ') OR ('a'='a ¦ 1; WAITFOR DELAY '0:0:5' -- ¦ '||pg_sleep(5)||' ¦
      ' AND extractvalue(1,0x7e) -- ¦
      1 OR 1=1 ¦ ' OR 1=1 -- ¦ %27%20OR%201=1 ¦ x' AND 1=(SELECT COUNT(*) FROM t); -- ¦ ' HAVING 1=1 -- ¦
      ';EXEC xp_cmdshell('x')
    `),
  ].map((text) => `${text} ${canary}`),
  script: [
    ...[
      "' || this.password || '",
      "';return true;var a='",
      "'; while(true){}; var b='",
      'this.constructor.constructor("return process")()',
    ],
    ...split(`
      {"$gt":""} ¦ {"$where":"sleep(5000)"} ¦ [$ne]=1 ¦ db.accounts.drop() ¦ require('child_process').exec('x') ¦
      process.exit(1) ¦
      process.mainModule.require("fs") ¦ import("fs") ¦ new Function("return 1")() ¦ eval(name) ¦
      });process.exit();({ ¦ \`\u0024{process.env}\` ¦
      {"__proto__":{"isOwner":true}} ¦ _$$ND_FUNC$$_function(){}() ¦ {"rce":"_$$ND_FUNC$$_"} ¦
      O:8:"stdClass":0:{} ¦ !!js/function ¦ rO0ABXNy
    `),
  ].map((text) => `${text}${canary}`),
  html: [
    ...cross(
      [
        '<img src=x ',
        '<svg ',
        '<body ',
        '<video><source ',
        '<details open ',
        '<iframe srcdoc=x ',
        '"><input autofocus ',
        "' ",
        '<math><mtext ',
        '<a href=# ',
      ],
      [`onerror='${call}'>`, `onload="${call}">`, `onfocus=${call} autofocus>`, `ontoggle=${call}>`],
    ),
    ...[
      `<script>${call}</script>`,
      `</script><script>${call}</script>`,
      `<!--<script>${canary}`,
      `]]>${canary}`,
      `<![CDATA[${canary}]]>`,
    ],
    ...[
      `<style>@import '//${canary}'</style>`,
      `<base href="//${canary}">`,
      `<meta http-equiv=refresh content="0;//${canary}">`,
    ],
    ...[
      `<form action=//${canary}><button>`,
      `<object data="data:text/html,${canary}">`,
      `<template><script>${canary}`,
      `<noscript><p title="</noscript>${canary}">`,
    ],
    ...[
      `&lt;script&gt;${canary}`,
      `&#x3C;script&#x3E;${canary}`,
      `\\u003cscript\\u003e${canary}`,
      `<scr<script>ipt>${canary}`,
      `<ScRiPt/${canary}>`,
      `<\u0000script>${canary}`,
    ],
  ],
  sheets: cross(
    ['=', '+', '-', '@', '\t=', '\r=', '\n=', '\uff1d', '\uff0b', '\uff0d', '\uff20', '"=', ';='],
    [`HYPERLINK("//${canary}")`, `cmd|'/C ${canary}'!A0`],
  ),
  templates: [
    ...split(`
      {{7*7}} ¦ \u0024{7*7} ¦ <%= 7*7 %> ¦ #{7*7} ¦ *{7*7} ¦ @(7*7) ¦ {%debug%} ¦
      {{constructor.constructor("x")()}} ¦ {{[].pop}} ¦
      \u0024{{7*7}} ¦ [[\u0024{7*7}]] ¦ {php}x{/php} ¦ {{request}} ¦ {{config}} ¦ <#assign x=1> ¦ %{7*7} ¦
      {{=7*7}} ¦ {{{x}}} ¦ \u0024{jndi:ldap://x/a}
    `),
    ...['\u0024{env:PATH}', '\u0024{lower:j}', '#set($x=1)', '__\u0024{T(java.lang.Runtime)}__::.x'],
  ].map((text) => `${text}${canary}`),
  directory: split(`
      * ¦ *)(uid=* ¦ )(|(password=* ¦ (&(uid=*)) ¦ *)(objectClass=* ¦ \\2a ¦ \\00 ¦ ' or '1'='1 ¦ //* ¦
      count(//*) ¦ x' or name()='a
    `).map((text) => `${canary}${text}`),
  shell: [
    ...[
      ...split(`
      ; id ¦ | id ¦ & id ¦ && id ¦ || id ¦ \`id\` ¦ $(id) ¦ %0aid ¦ > /tmp/x ¦ < /etc/passwd ¦ ; sleep 9 ¦
      $IFS$9 ¦ \u0024{IFS}id
    `),
      '\n id',
    ],
    ...split(`
      '; id; ' ¦ "; id; " ¦ "; id ¦ --help ¦ -rf / ¦ --output=/tmp/x ¦ !! ¦ ~root ¦ {id,-a} ¦ $((1/0)) ¦
      :(){ :|:& };: ¦ %PATH% ¦ ^&id
    `),
  ].map((text) => `${canary}${text}`),
  formats: split(`
      %s ¦ %n ¦ %x ¦ %d ¦ %p ¦ %99999d ¦ %s%s%s%s%s ¦ %j ¦ %o ¦ %O ¦ %c ¦ %i ¦ %% ¦ {0} ¦ {} ¦ %1$s ¦ %.9999f ¦
      {0.__class__} ¦ $& ¦ $1 ¦ $'
    `).map((text) => `${canary}${text}${text}`),
  markup: [
    `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;${canary}</a>`,
    `<!DOCTYPE a [<!ENTITY a "${canary}"><!ENTITY b "&a;&a;&a;&a;">]><a>&b;</a>`,
    `<svg xmlns="http://www.w3.org/2000/svg"><script>${canary}</script></svg>`,
    `<xi:include href="file:///etc/passwd" parse="text"/>${canary}`,
    `&anchor [*anchor, *anchor] ${canary}`,
    `!!python/object/apply:os.system ["${canary}"]`,
    `--- ${canary}\n...\n`,
    `\\input{/etc/passwd} ${canary}`,
    `/* ${canary} */ @import url(//example.org)`,
    `${canary}: expression(alert(1))`,
  ],
};
