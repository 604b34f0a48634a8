import { type Visit, visitFrom } from '@/src/domain/outreach/visit'

type Search = Record<string, string | string[] | undefined>

/** What Next hands to every page of the website. */
export type SearchProps = { searchParams: Promise<Search> }
export type SlugProps = SearchProps & { params: Promise<{ slug: string }> }

/** Where the visit came from, read from the address of the page. */
export const visitOn = async ({ searchParams }: SearchProps, path: string): Promise<Visit> =>
  visitFrom({ search: await searchParams, path })
