import { describedFields } from '../../model/description.ts';
import type { TableSchema } from '../../model/table.ts';
import { stagedTables } from '../formats/staged-tables.ts';
import type { Settings } from '../settings.ts';
import type { TableName } from '../table-names.ts';
import { CountPlan } from '../tables/count-plan.ts';
import {
  blocksSchema,
  breaksSchema,
  documentsSchema,
  mentionsSchema,
  messagesSchema,
  occurrencesSchema,
} from './document-schemas.ts';
import { namesSchema } from './name-rows.ts';
import { tokensSchema } from './token-rows.ts';

/** The tables that a run of these settings writes, in their order; matrices and the list of terms come after them. */
export function tableSchemas(settings: Settings, metadata: readonly string[]): TableSchema[] {
  const schemas: Partial<Record<TableName, TableSchema>> = {
    documents: documentsSchema(ownMetadata(metadata)),
    blocks: blocksSchema,
    occurrences: occurrencesSchema,
    mentions: mentionsSchema,
    names: namesSchema,
    tokens: tokensSchema,
    breaks: breaksSchema,
    messages: messagesSchema,
    ...CountPlan.schemas(settings),
  };
  return stagedTables(settings).flatMap((name) => schemas[name] ?? []);
}

/** Columns of the metadata that a document does not tell of itself. */
export function ownMetadata(metadata: readonly string[]): string[] {
  return metadata.filter((name) => !(describedFields as readonly string[]).includes(name));
}
