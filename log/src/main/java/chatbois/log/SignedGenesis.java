package chatbois.log;

/// A genesis with the proof that whoever made it held both keys.
public record SignedGenesis(Genesis genesis, Signature byRecovery, Signature byServer) {
    public static SignedGenesis sign(String address, SigningKey recovery, SigningKey server) {
        Genesis genesis = new Genesis(recovery.verifyKey(), server.verifyKey(), address);
        byte[] bytes = genesis.encode();
        return new SignedGenesis(
                genesis,
                recovery.sign(Purpose.GENESIS, bytes),
                server.sign(Purpose.GENESIS, bytes));
    }

    public boolean isGenuine() {
        byte[] bytes = genesis.encode();
        return genesis.recovery().verifies(Purpose.GENESIS, bytes, byRecovery)
                && genesis.server().verifies(Purpose.GENESIS, bytes, byServer);
    }
}
