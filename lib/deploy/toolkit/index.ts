export { ToolkitDeployer, type ToolkitDeployerOptions } from './toolkit-deployer';
