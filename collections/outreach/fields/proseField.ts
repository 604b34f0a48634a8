import {
  BlockquoteFeature,
  BoldFeature,
  FixedToolbarFeature,
  HeadingFeature,
  ItalicFeature,
  LinkFeature,
  lexicalEditor,
  OrderedListFeature,
  ParagraphFeature,
  UnorderedListFeature,
} from '@payloadcms/richtext-lexical'
import type { Field, FieldAffectingData, RichTextField } from 'payload'
import { isSafeLink } from '@/src/domain/outreach/safeLink'

type HeadingSize = 'h2' | 'h3' | 'h4'

const sentence =
  'Enter a page of this site such as /contact, or an address that starts with https://, tel: or mailto:.'

/** The editor takes any address; ours takes what may stand behind a link on the website. */
const withSafeAddress = (field: FieldAffectingData): Field =>
  field.name === 'url'
    ? ({ ...field, validate: (value: unknown) => isSafeLink(value) || sentence } as Field) // the editor's own text field
    : (field as Field) // one of the editor's own

/** Text with what prose needs and nothing that could load something from elsewhere. */
export const proseField = (
  name: string,
  label: string,
  headings: HeadingSize[] = ['h3', 'h4'],
): RichTextField => ({
  name,
  type: 'richText',
  label,
  editor: lexicalEditor({
    features: [
      FixedToolbarFeature(),
      ParagraphFeature(),
      HeadingFeature({ enabledHeadingSizes: headings }),
      BoldFeature(),
      ItalicFeature(),
      UnorderedListFeature(),
      OrderedListFeature(),
      BlockquoteFeature(),
      LinkFeature({
        enabledCollections: [],
        fields: ({ defaultFields }) => defaultFields.map(withSafeAddress),
      }),
    ],
  }),
})
