import type { ListViewClientProps, ListViewServerPropsOnly } from 'payload'
import { searchUnder } from '@/hooks/listSearches/store'
import { CellLabels } from './CellLabels'
import { TypedList } from './TypedList'

const onServer: ReadonlySet<string> = new Set([
  'collectionConfig',
  'data',
  'i18n',
  'limit',
  'listSearchableFields',
  'locale',
  'params',
  'payload',
  'permissions',
  'searchParams',
  'user',
])

/** A list of the office; what was typed above it is read by the key in its address. */
export const ListPage = async (props: ListViewClientProps & ListViewServerPropsOnly) => {
  const { collectionSlug, payload, searchParams, user } = props
  const key = searchParams?.['find']
  const place = { staff: String(user?.id ?? ''), list: collectionSlug }
  const typed = typeof key === 'string' && key ? await searchUnder(payload, key, place) : null
  const view = Object.fromEntries(
    Object.entries(props).filter(([name]) => !onServer.has(name)),
  ) as ListViewClientProps // all that is not of the server
  const table = <CellLabels>{view.Table}</CellLabels>
  return (
    <TypedList
      isOver={Boolean(key) && !typed}
      typed={typed ?? {}}
      view={{ ...view, Table: table }}
    />
  )
}
