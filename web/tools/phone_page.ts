import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Plugin } from 'vite'
import { chunksOf, withImports, type Bundle } from './bundle.ts'

const early = new URL('./early.js', import.meta.url)

/**
 * A weak line pays for every request and every way there and back, so what the phone's first page and the list of
 * doors need lies in three files: the libraries, what desk and phone share, and the phone with its words.
 */
export const groups = [
  { name: 'libraries', test: /node_modules\/(@vue|vue|vue-router|vue-i18n|@intlify|pinia|openapi-fetch)\//, priority: 30 },
  {
    name: 'base',
    test: /src\/((api|stores|links\/follow|i18n\/(index|words|sentences|messages\/common))|(main|live|load|act|time|shell|routing|pages)\.ts|App\.vue|[a-z]+\.css|ui\/(ErrorNote|EmptyState|LevelChip|StateDot|DrillFrame|NoteCorner|UpdateBar|levels))|plugin-vue/,
    priority: 20,
  },
  {
    name: 'phone',
    test: /src\/(phone\/(Phone(Home|Frame|Head|Tabs|Doors)|Callout|Do(neCall|or)|GridCard|RingCard|TaskRows|ObserverCard|TrainingCard|MovingDoor|TaskPhoto|TwoSides|(?!codes|visit|hand_overs|kept_counts)[a-z_]+\.(ts|css))|i18n\/messages\/(phone|parts\/phone_\w+)\.ts)/,
    priority: 10,
  },
  // All its other pages: one file, brought when the first of them is opened and kept with the shell.
  { name: 'field', test: /src\/phone\//, priority: 5 },
]

/**
 * Puts a small script first into index.html: on the phone's pages it names at once every file they need, asks the station
 * for the first page's content while these come, and draws the head bar before any of them is here.
 */
export function phonePage(): Plugin {
  return {
    name: 'anlan-phone-page',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const index = bundle['index.html']
        if (index?.type !== 'asset') throw new Error('index.html is not written yet')
        const page = String(index.source)
        const made = bundle as unknown as Bundle
        const wanted = withImports(made, chunksOf(made, /src\/phone\/Phone(Frame|Home)\.vue|messages\/phone\.ts/))
        const files = [...wanted].filter((file) => !page.includes(file)).map((file) => `/${file}`)
        const source = readFileSync(early, 'utf8').replace('__FILES__', JSON.stringify(files))
        const name = `assets/early-${createHash('sha256').update(source).digest('hex').slice(0, 8)}.js`
        this.emitFile({ type: 'asset', fileName: name, source })
        index.source = page.replace('<script type="module"', `<script src="/${name}"></script>\n    <script type="module"`)
      },
    },
  }
}
