import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memberSource } from '../src/json-source.ts';

describe('the source of a member', () => {
  it.each(['12345678901234567890', '1e999', '1.10', '-0', '"\\u00e9\\/"', 'null', '{"a":[1.0,{"x":2.50}]}', '[]', '""'])(
    'keeps %s as it is',
    (source) => {
      expect(memberSource(`{"before": {"x": 1}, "x": ${source}, "after": [{"x": 3}]}`, 'x')).toBe(source);
    },
  ); // prettier-ignore

  it('has no blanks between its parts, and all of those in its strings', () => {
    expect(memberSource('{\n  "x" : {\n    "a b" : [ 1.10 ,\n "c  ,}\\" d" ]\n  }\n}', 'x')).toBe(
      '{"a b":[1.10,"c  ,}\\" d"]}',
    );
  });

  it('is that of the last one with the name, however the name is written', () => {
    expect(memberSource('{"x":1,"\\u0078":2}', 'x')).toBe('2');
    expect(memberSource('{"y":{"x":1},"z":"x"}', 'x')).toBeUndefined();
    expect(memberSource('{}', 'x')).toBeUndefined();
  });

  it('is that of the object as JSON has it, whatever stands besides', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.nat(4), (object, indent) => {
        const json = JSON.stringify(object, undefined, indent);
        for (const name of Object.keys(object)) {
          expect(memberSource(json, name)).toBe(JSON.stringify(object[name]));
        }
      }),
    );
  });

  it('of a large text is found soon', () => {
    const large = JSON.stringify({ x: '\\"'.repeat(2_000_000), y: 1 });
    expect(memberSource(large, 'y')).toBe('1');
    expect(memberSource(large, 'x')?.length).toBe(large.length - '{"x":,"y":1}'.length);
  });
});
