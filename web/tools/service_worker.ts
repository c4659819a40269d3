import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Plugin } from 'vite'

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
    generateBundle(_options, bundle) {
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
  }
}

type Bundle = Record<
  string,
  {
    type: 'chunk' | 'asset'
    isEntry?: boolean
    facadeModuleId?: string | null
    imports?: string[]
    viteMetadata?: { importedCss: Set<string>; importedAssets: Set<string> }
  }
>

/** The entry chunk, the chunks of src/phone and src/login, the word lists they name, and all these import. */
function phoneFiles(bundle: unknown): string[] {
  const made = bundle as Bundle
  const wanted = new Set<string>()
  const visit = (file: string): void => {
    const chunk = made[file]
    if (!chunk || wanted.has(file)) return
    wanted.add(file)
    chunk.viteMetadata?.importedCss.forEach((css) => wanted.add(css))
    chunk.imports?.forEach(visit)
  }
  for (const [file, chunk] of Object.entries(made)) {
    const from = chunk.facadeModuleId ?? ''
    const ofPhone = /\/src\/(phone|login)\//.test(from) || /\/i18n\/messages\/(phone|login|orders|incidents|shelter)\.ts/.test(from)
    if (chunk.type === 'chunk' && (chunk.isEntry || ofPhone)) visit(file)
    if (chunk.type === 'asset' && /barlow.*\.woff2$/.test(file)) wanted.add(file)
  }
  return [...wanted]
}
