import { z } from 'zod';

/**
 * What the profiles of Data Package 2.0 (datapackage.org: datapackage, dataresource, tableschema and tabledialect) say of the
 * properties that a result uses. Properties of no profile, which they allow, have to be one of ours.
 */
const text = z.string().min(1);
const profile = (name: string) => z.literal(`https://datapackage.org/profiles/2.0/${name}.json`);

/** A path in the package: relative, with `/`, not hidden, with no way out and no scheme. */
const path = z
  .string()
  .regex(/^[^./~]/)
  .refine((value) => !/\\|:\/\/|\/\.\.\//.test(value) && !value.startsWith('file:'));

const field = z.strictObject({
  name: text,
  // Of the fifteen types of fields those that a result has.
  type: z.enum(['string', 'number', 'integer']),
  description: text,
  'description@zh': text,
});

const resource = z.strictObject({
  $schema: profile('dataresource'),
  // Version 1 had this pattern; version 2 advises names that can be used in addresses.
  name: z.string().regex(/^[-a-z0-9._/]+$/),
  type: z.literal('table').optional(),
  path,
  description: text.optional(),
  'description@zh': text.optional(),
  format: text,
  mediatype: z.string().regex(/^.+\/.+$/),
  encoding: text.optional(),
  dialect: z
    .strictObject({
      $schema: profile('tabledialect'),
      delimiter: text,
      lineTerminator: text,
      quoteChar: z.string().length(1),
      doubleQuote: z.boolean(),
      header: z.boolean(),
    })
    .optional(),
  bytes: z.int().min(0),
  hash: z.string().regex(/^[^:]+:[a-fA-F0-9]+$/),
  schema: z
    .strictObject({
      $schema: profile('tableschema'),
      fields: z.array(field).min(1),
      missingValues: z.array(z.string()),
    })
    .optional(),
});

export const dataPackageProfile = z.strictObject({
  $schema: profile('datapackage'),
  name: z.string().regex(/^[-a-z0-9._/]+$/),
  id: text,
  title: text,
  'title@zh': text,
  description: text,
  'description@zh': text,
  contributors: z.array(z.strictObject({ title: text, roles: z.array(text).min(1) })).min(1),
  sources: z.array(z.strictObject({ title: text, path })).min(1),
  resources: z.array(resource).min(1),
  cewen: z.looseObject({ version: text }),
});
