import type { NetworkReview } from '../../../lib/model';
import { layoutNetwork, type MapLine, type NetworkMap } from '../../../lib/report/html/map';
import { departments, NetworkBuilder } from './networks';

type Rect = NetworkMap['boxes'][number] | NetworkMap['frames'][number];

const alone = new NetworkBuilder()
  .vpc('shop', { public: 1, private: 4, isolated: 6 }, { isOpen: true })
  .arrow('internet', 'shop/public', 'possible')
  .arrow('shop/public', 'shop/private', 'possible')
  .arrow('shop/private', 'internet', 'unknown')
  .arrow('shop/public', 'shop/isolated', 'undeclared')
  .arrow('shop/isolated', 'shop/public', 'impossible')
  .made({ hub: false });

const outOfOrder = departments(200, (network) =>
  network
    .arrow('department-7/application', 'department-8/data', 'undeclared', '22')
    .arrow('internet', 'department-9/management', 'undeclared', '3389'),
);

const CASES: readonly (readonly [string, NetworkReview])[] = [
  ['one VPC', alone],
  ['a few departments', departments(7)],
  ['departments in two rows', departments(15)],
  ['200 departments, two of them out of order', outOfOrder],
];

describe.each(CASES)('the map of %s', (_, review) => {
  const map = layoutNetwork(review);

  test('has every zone once, and no box upon another', () => {
    const places = map.boxes.flatMap((box) => box.places);
    expect(places.toSorted((a, b) => a - b)).toEqual(review.places.map((__, index) => index));
    expect(overlapping(map.boxes)).toEqual([]);
    expect(overlapping(map.frames.filter(({ kind }) => kind === 'vpc'))).toEqual([]);
  });

  test('keeps each zone within its VPC, and all within the picture', () => {
    const homeless = map.boxes.filter(({ places: [place = -1], ...box }) => {
      const vpc = review.places[place]?.vpc;
      const frame = map.frames.find(({ vpcs }) => vpc !== undefined && vpcs.includes(vpc));
      return vpc !== undefined && !(frame && isWithin(box, frame));
    });
    expect(homeless).toEqual([]);
    const whole = { x: 0, y: 0, width: map.width, height: map.height };
    for (const rect of [...map.frames, ...map.boxes, ...map.bars]) expect(isWithin(rect, whole)).toBe(true);
    for (const { points } of map.lines) {
      for (const { x, y } of points) expect(x >= 0 && y >= 0 && x <= map.width && y <= map.height).toBe(true);
    }
  });

  test('draws every arrow once, from the edge of its box to that of the other, straight or round a corner', () => {
    const arrows = map.lines.flatMap((line) => line.arrows);
    expect(arrows.toSorted((a, b) => a - b)).toEqual(review.arrows.map((__, index) => index));
    for (const line of map.lines) {
      expect(isAtEdge(map, line, 'from')).toBe(true);
      expect(isAtEdge(map, line, 'to')).toBe(true);
      const before = line.points.slice(0, -1);
      expect(
        before.every(({ x, y }, index) => line.points[index + 1]?.x === x || line.points[index + 1]?.y === y),
      ).toBe(true);
    }
  });

  test('puts no line through a box to which it does not belong', () => {
    const crossings = map.lines.flatMap((line) =>
      map.boxes.flatMap((box, index) =>
        index !== line.from && index !== line.to && crosses(line, box)
          ? [`${line.from} > ${line.to}: ${box.title}`]
          : [],
      ),
    );
    expect(crossings).toEqual([]);
  });

  test('is the same each time', () => expect(layoutNetwork(review)).toEqual(map));
});

test('what is less trusted stands higher', () => {
  const { boxes } = layoutNetwork(alone);
  expect(boxes.toSorted((a, b) => a.y - b.y).map(({ title }) => title)).toEqual([
    'internet',
    'public',
    'private',
    'isolated',
  ]);
});

describe('the map of 200 departments', () => {
  test('is made in less than 2 s of work, and is small', () => {
    const before = process.cpuUsage();
    const map = layoutNetwork(outOfOrder);
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1e6).toBeLessThan(2);
    expect(JSON.stringify(map).length).toBeLessThan(200_000);
    expect(map.frames.filter(({ kind }) => kind === 'vpc').length).toBeLessThan(40);
  });

  test('draws by themselves the departments that are out of order', () => {
    const { frames } = layoutNetwork(outOfOrder);
    for (const name of ['department-7', 'department-8', 'department-9']) {
      expect(frames.find(({ title }) => title === name)?.vpcs).toHaveLength(1);
    }
    expect(frames.some(({ vpcs }) => vpcs.length > 20)).toBe(true);
  });
});

function overlapping(rects: readonly Rect[]): readonly string[] {
  return rects.flatMap((a, index) =>
    rects.slice(index + 1).flatMap((b) => {
      const apart = a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
      return apart ? [] : [`${a.title} on ${b.title}`];
    }),
  );
}

type Plain = Pick<Rect, 'x' | 'y' | 'width' | 'height'>;

function isWithin(inner: Plain, outer: Plain): boolean {
  const right = inner.x + inner.width <= outer.x + outer.width;
  return inner.x >= outer.x && inner.y >= outer.y && right && inner.y + inner.height <= outer.y + outer.height;
}

function isAtEdge({ boxes }: NetworkMap, line: MapLine, end: 'from' | 'to'): boolean {
  const box = boxes[line[end]];
  const point = end === 'from' ? line.points[0] : line.points.at(-1);
  if (!box || !point) return false;
  const { x, y } = point;
  const isInX = x >= box.x && x <= box.x + box.width;
  const isInY = y >= box.y && y <= box.y + box.height;
  return isInX && isInY && (x === box.x || x === box.x + box.width || y === box.y || y === box.y + box.height);
}

function crosses({ points }: MapLine, box: Plain): boolean {
  return points.some((point, index) => {
    const next = points[index + 1];
    if (!next) return false;
    const [left, right] = [Math.min(point.x, next.x), Math.max(point.x, next.x)];
    const [top, bottom] = [Math.min(point.y, next.y), Math.max(point.y, next.y)];
    return right > box.x && left < box.x + box.width && bottom > box.y && top < box.y + box.height;
  });
}

test('lists the accounts without a network, and not what no template says the account of', () => {
  const [network] = alone.accounts;
  const listed = (...names: readonly string[]) =>
    layoutNetwork({
      ...alone,
      accounts: [...(network ? [network] : []), ...names.map((name) => ({ name }))],
    }).frames.flatMap(({ accounts = [] }) => accounts);
  expect(listed('', 'audit')).toEqual([2]);
  expect(listed('')).toEqual([]);
});
