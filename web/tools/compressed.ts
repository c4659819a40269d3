import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'
import type { Plugin } from 'vite'

const LEAST_BYTES = 1_000

/** Lays a brotli copy beside each text of the build: a seventh smaller than the gzip the station makes itself. */
export function compressed(): Plugin {
  return {
    name: 'anlan-compressed',
    apply: 'build',
    writeBundle(options, bundle) {
      for (const file of Object.keys(bundle).filter((name) => /\.(js|css|html)$/.test(name))) {
        const path = join(options.dir!, file)
        const plain = readFileSync(path)
        const params = { [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT }
        if (plain.length >= LEAST_BYTES) writeFileSync(`${path}.br`, brotliCompressSync(plain, { params }))
      }
    },
  }
}
