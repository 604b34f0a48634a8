import { DefaultTemplate } from '@payloadcms/next/templates'
import { redirect } from 'next/navigation'
import type { AdminViewServerProps } from 'payload'
import { isGranted } from '@/access/decide'
import { actorOf } from '@/access/principal'
import { EmergencyHint } from '../emergency/EmergencyHint'
import { PageBody } from './PageBody'

type Props = {
  view: AdminViewServerProps
  /** Address without host, for coming back after sign-in. */
  path: string
  title: string
  lead?: string
  needs?: { slug: string; verb: string }
  actions?: React.ReactNode
  /** Stands in place of the title, which stays for screen readers. */
  head?: React.ReactNode
  /** Made only for those who may see it. */
  children: () => React.ReactNode | Promise<React.ReactNode>
}

/**
 * Frame of every view of ours: sign-in first, then the policy table, then the page. What is shown is
 * read as the person, so the table holds inside too.
 */
export const AdminPage = async ({
  view,
  path,
  title,
  lead,
  needs,
  actions,
  head,
  children,
}: Props) => {
  const { initPageResult, params, searchParams } = view
  const { req, locale, permissions, visibleEntities } = initPageResult
  if (actorOf(req).kind !== 'staff') redirect(`/admin/login?redirect=${encodeURIComponent(path)}`)
  const isAllowed = !needs || isGranted(req, needs.slug, needs.verb)
  return (
    <DefaultTemplate
      i18n={req.i18n}
      locale={locale}
      params={params}
      payload={req.payload}
      permissions={permissions}
      req={req}
      searchParams={searchParams}
      user={req.user ?? undefined}
      viewActions={req.payload.config.admin.components.actions}
      visibleEntities={{
        collections: visibleEntities.collections,
        globals: visibleEntities.globals,
      }}
    >
      <PageBody
        actions={isAllowed ? actions : null}
        head={isAllowed ? head : null}
        lead={lead}
        title={title}
      >
        {isAllowed ? (
          await children()
        ) : (
          <>
            <p>
              This page is for other roles. Ask the owner of the practice if your work needs it.
            </p>
            <EmergencyHint req={req} />
          </>
        )}
      </PageBody>
    </DefaultTemplate>
  )
}
