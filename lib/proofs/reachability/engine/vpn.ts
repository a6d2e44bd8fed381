import type { Outside } from '../network';
import { isAvoided } from './avoided';
import { passing, toOutside } from './beyond';
import type { Onward, Router } from './router';

export function toVirtual(router: Router, key: string, { vpc, packets, travel }: Onward): void {
  const gateway = router.network.virtual.get(key);
  if (!gateway || !gateway.vpcs.options.includes(vpc.key)) {
    router.drop(
      { kind: 'refused', thing: gateway ?? vpc, why: 'the virtual private gateway is not attached to this VPC' },
      packets,
      travel.trail,
    );
    return;
  }
  if (!travel.byGroup && !isAvoided(router, gateway, { packets, travel }))
    toOutside(router, `beyond ${key}`, packets, passing(router, travel, gateway, 'virtual private gateway'));
}

export function toService(router: Router, key: string, { packets, travel }: Onward): void {
  const service: Outside | undefined = router.network.outsides.get(key);
  if (service && !travel.byGroup) router.end(service, packets, passing(router, travel, service, 'gateway endpoint'));
}
