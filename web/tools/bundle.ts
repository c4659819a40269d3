/** What the build has made, as far as our own steps of it look. */
export type Bundle = Record<
  string,
  {
    type: 'chunk' | 'asset'
    isEntry?: boolean
    moduleIds?: string[]
    imports?: string[]
    viteMetadata?: { importedCss: Set<string> }
  }
>

/** Names of the chunks that hold a module whose path matches. */
export function chunksOf(bundle: Bundle, module: RegExp): string[] {
  return Object.keys(bundle).filter((file) => bundle[file]!.moduleIds?.some((id) => module.test(id)))
}

/** These chunks, all they import, and the styles of each. */
export function withImports(bundle: Bundle, files: string[]): Set<string> {
  const wanted = new Set<string>()
  const visit = (file: string): void => {
    const chunk = bundle[file]
    if (!chunk || wanted.has(file)) return
    wanted.add(file)
    chunk.viteMetadata?.importedCss.forEach((css) => wanted.add(css))
    chunk.imports?.forEach(visit)
  }
  files.forEach(visit)
  return wanted
}
