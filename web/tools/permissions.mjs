// Writes the names of the permissions that the endpoints ask for, so that a page cannot ask for one that is not there.
import { readFileSync, writeFileSync } from 'node:fs'

const { paths } = JSON.parse(readFileSync('openapi.json', 'utf8'))
const asked = Object.values(paths).flatMap((path) => Object.values(path).map((line) => line['x-permission']))
const names = [...new Set(asked)].filter((name) => name && name !== 'public').sort()
writeFileSync('src/api/permissions.d.ts', `export type Permission =\n${names.map((name) => `  | '${name}'\n`).join('')}`)
