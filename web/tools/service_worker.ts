import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Plugin } from 'vite'
import { chunksOf, withImports, type Bundle } from './bundle.ts'

const template = new URL('./service_worker.js', import.meta.url)

/**
 * Writes dist/sw.js: the shell of the phone kept for reading without a network.
 * The desk, the wall and the map are left out on purpose: a phone never downloads them.
 */
export function serviceWorker(): Plugin {
  return {
    name: 'anlan-service-worker',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const files = [
          '/',
          ...phoneFiles(bundle)
            .sort()
            .map((file) => `/${file}`),
        ]
        const contents = Object.entries(bundle)
          .filter(([file]) => files.includes(`/${file}`))
          .map(([file, made]) => file + (made.type === 'chunk' ? made.code : made.source))
        const version = createHash('sha256').update(contents.join('\n')).digest('hex').slice(0, 12)
        const source = readFileSync(template, 'utf8')
          .replace('__VERSION__', JSON.stringify(version))
          .replace('__FILES__', JSON.stringify(files))
        this.emitFile({ type: 'asset', fileName: 'sw.js', source })
      },
    },
  }
}

/** The entry chunk, the chunks of src/phone and src/login, the word lists they name, and all these import. */
function phoneFiles(bundle: unknown): string[] {
  const made = bundle as Bundle
  const entries = Object.keys(made).filter((file) => made[file]!.isEntry)
  const pages = chunksOf(made, /\/src\/(phone|login)\/|\/i18n\/messages\/(phone|bell|login|orders|incidents|shelter|grid|muster|enforcement)\.ts/)
  const extra = Object.keys(made).filter((file) => /barlow-figures.*\.woff2$|\/early-.*\.js$/.test(file))
  return [...withImports(made, [...entries, ...pages]), ...extra]
}
