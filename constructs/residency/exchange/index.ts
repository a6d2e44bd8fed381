export { CrossBoundaryExchange } from './cross-boundary-exchange';
export type {
  CrossBoundaryExchangeProps,
  ExchangeDelivery,
  HttpsDelivery,
  PrivateLinkDelivery,
  SftpDelivery,
} from './options';
