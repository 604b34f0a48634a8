import { z } from 'zod'
import { requiredText } from '@/collections/fields/actionInputs'
import { defineAction } from '@/hooks/actions/define'
import { closeTasks } from '../closeTasks'
import { askAuthor } from './askAuthor'
import { noSignature } from './signature'

/** The supervisor sends something back with a comment; the author changes it and signs anew. */
export const returnAction = ({ slug, title, to }: { slug: string; title: string; to: string }) =>
  defineAction({
    slug,
    name: 'return',
    label: 'Return with a comment',
    input: z.object({ comment: requiredText('Write what should change.', 5000) }),
    fields: [{ name: 'comment', label: 'What should change', type: 'textarea', isRequired: true }],
    from: { column: 'status', values: ['pendingCosign', 'underReview'] },
    prepare: async ({ actor, input: { comment }, now }) => ({
      set: {
        ...noSignature,
        status: to,
        returnedAt: now.toISOString(),
        returnedBy: actor.id,
        returnComment: comment,
      },
    }),
    effects: [
      {
        name: 'tasks',
        run: (context) => closeTasks(context, { kind: 'cosign', recordIds: [context.record.id] }),
      },
      { name: 'author', run: (context) => askAuthor(context, { collectionSlug: slug, title }) },
    ],
  })
