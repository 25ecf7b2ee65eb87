/** `Gossip/Read`: a cluster of one, which leads. */
import type { handleUnaryCall } from '@grpc/grpc-js';
import gossip from '@eventstore/db-client/generated/gossip_pb';
import shared from '@eventstore/db-client/generated/shared_pb';

/** @param endpoint where clients reach the node; asked at each call, because the port may be chosen at start */
export function gossipHandler(
  endpoint: () => { host: string; port: number },
): handleUnaryCall<shared.Empty, gossip.ClusterInfo> {
  const instance = new shared.UUID();
  instance.setString(crypto.randomUUID());
  return (_call, callback) => {
    const { host, port } = endpoint();
    const end = new gossip.EndPoint();
    end.setAddress(host);
    end.setPort(port);
    const member = new gossip.MemberInfo();
    member.setInstanceId(instance);
    // Ticks of 100 nanoseconds since the year 1, as .NET counts.
    member.setTimeStamp(String(BigInt(Date.now()) * 10_000n + 621_355_968_000_000_000n));
    member.setState(gossip.MemberInfo.VNodeState.LEADER);
    member.setIsAlive(true);
    member.setHttpEndPoint(end);
    const info = new gossip.ClusterInfo();
    info.setMembersList([member]);
    callback(null, info);
  };
}
