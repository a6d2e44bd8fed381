import type { ReadRegister } from '../../config';
import { waiverSchema, type Waiver } from '../../model';

/** A waiver whose form is right, and where it stands. */
export interface RegisterEntry {
  readonly register: ReadRegister;
  readonly index: number;
  readonly waiver: Waiver;
}

/** The waivers of a register whose form is right. */
export function entriesOf(register: ReadRegister): readonly RegisterEntry[] {
  const { value } = register;
  const listed: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, 'waivers') : undefined;
  const items: readonly unknown[] = Array.isArray(listed) ? listed : [];
  return items.flatMap((item, index) => {
    const parsed = waiverSchema.safeParse(item);
    return parsed.success ? [{ register, index, waiver: parsed.data }] : [];
  });
}
