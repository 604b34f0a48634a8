const browsers: readonly (readonly [RegExp, string])[] = [
  [/Edg(?:A|iOS)?\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/Chrome\/|CriOS\//, 'Chrome'],
  [/Version\/.*Safari\//, 'Safari'],
]

const systems: readonly (readonly [RegExp, string])[] = [
  [/iPhone/, 'an iPhone'],
  [/iPad/, 'an iPad'],
  [/Android/, 'Android'],
  [/CrOS/, 'a Chromebook'],
  [/Windows/, 'Windows'],
  [/Mac OS X|Macintosh/, 'a Mac'],
  [/Linux/, 'Linux'],
]

const wordFor = (agent: string, words: readonly (readonly [RegExp, string])[]): string =>
  words.find(([pattern]) => pattern.test(agent))?.[1] ?? ''

/** What a person calls the thing they signed in with, such as "Chrome on Windows". */
export const deviceWords = (agent: string): string => {
  const [browser, system] = [wordFor(agent, browsers), wordFor(agent, systems)]
  if (!browser && !system) return 'Another program'
  return [browser || 'A browser', system].filter(Boolean).join(' on ')
}
