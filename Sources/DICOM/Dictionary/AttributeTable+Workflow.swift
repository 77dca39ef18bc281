extension AttributeTable {
    /// One group after another: `>GGGG`, then `EEEE`, VR and keyword run together.
    static let workflow = """
        >0040 0001AEScheduledStationAETitle 0002DAScheduledProcedureStepStartDate 0003TMScheduledProcedureStepStartTime
        0004DAScheduledProcedureStepEndDate 0005TMScheduledProcedureStepEndTime 0006PNScheduledPerformingPhysicianName
        0007LOScheduledProcedureStepDescription 0008SQScheduledProtocolCodeSequence 0009SHScheduledProcedureStepID
        000ASQStageCodeSequence 000BSQScheduledPerformingPhysicianIdentificationSequence 0010SHScheduledStationName
        0011SHScheduledProcedureStepLocation 0012LOPreMedication 0020CSScheduledProcedureStepStatus
        0026SQOrderPlacerIdentifierSequence 0027SQOrderFillerIdentifierSequence 0031UTLocalNamespaceEntityID
        0032UTUniversalEntityID 0033CSUniversalEntityIDType 0035CSIdentifierTypeCode 0036SQAssigningFacilitySequence
        0039SQAssigningJurisdictionCodeSequence 003ASQAssigningAgencyOrDepartmentCodeSequence
        0100SQScheduledProcedureStepSequence 0220SQReferencedNonImageCompositeSOPInstanceSequence
        0241AEPerformedStationAETitle 0242SHPerformedStationName 0243SHPerformedLocation
        0244DAPerformedProcedureStepStartDate 0245TMPerformedProcedureStepStartTime 0250DAPerformedProcedureStepEndDate
        0251TMPerformedProcedureStepEndTime 0252CSPerformedProcedureStepStatus 0253SHPerformedProcedureStepID
        0254LOPerformedProcedureStepDescription 0255LOPerformedProcedureTypeDescription
        0260SQPerformedProtocolCodeSequence 0261CSPerformedProtocolType 0270SQScheduledStepAttributesSequence
        0275SQRequestAttributesSequence 0280STCommentsOnThePerformedProcedureStep
        0281SQPerformedProcedureStepDiscontinuationReasonCodeSequence 0293SQQuantitySequence 0294DSQuantity
        0295SQMeasuringUnitsSequence 0296SQBillingItemSequence 0300USTotalTimeOfFluoroscopy 0301USTotalNumberOfExposures
        0302USEntranceDose 0303USExposedArea 0306DSDistanceSourceToEntrance 0307DSDistanceSourceToSupport
        030ESQExposureDoseSequence 0310STCommentsOnRadiationDose 0312DSXRayOutput 0314DSHalfValueLayer 0316DSOrganDose
        0318CSOrganExposed 0320SQBillingProcedureStepSequence 0321SQFilmConsumptionSequence
        0324SQBillingSuppliesAndDevicesSequence 0330SQReferencedProcedureStepSequence 0340SQPerformedSeriesSequence
        0400LTCommentsOnTheScheduledProcedureStep 0440SQProtocolContextSequence 0441SQContentItemModifierSequence
        0500SQScheduledSpecimenSequence 050ALOSpecimenAccessionNumber 0512LOContainerIdentifier
        0513SQIssuerOfTheContainerIdentifierSequence 0515SQAlternateContainerIdentifierSequence
        0518SQContainerTypeCodeSequence 051ALOContainerDescription 0520SQContainerComponentSequence
        0550SQSpecimenSequence 0551LOSpecimenIdentifier 0552SQSpecimenDescriptionSequenceTrial
        0553STSpecimenDescriptionTrial 0554UISpecimenUID 0555SQAcquisitionContextSequence
        0556STAcquisitionContextDescription 0560SQSpecimenDescriptionSequence
        0562SQIssuerOfTheSpecimenIdentifierSequence 059ASQSpecimenTypeCodeSequence 0600LOSpecimenShortDescription
        0602UTSpecimenDetailedDescription 0610SQSpecimenPreparationSequence
        0612SQSpecimenPreparationStepContentItemSequence 0620SQSpecimenLocalizationContentItemSequence
        06FALOSlideIdentifier 0710SQWholeSlideMicroscopyImageFrameTypeSequence 071ASQImageCenterPointCoordinatesSequence
        072ADSXOffsetInSlideCoordinateSystem 073ADSYOffsetInSlideCoordinateSystem 074ADSZOffsetInSlideCoordinateSystem
        08D8SQPixelSpacingSequence 08DASQCoordinateSystemAxisCodeSequence 08EASQMeasurementUnitsCodeSequence
        09F8SQVitalStainCodeSequenceTrial 1001SHRequestedProcedureID 1002LOReasonForTheRequestedProcedure
        1003SHRequestedProcedurePriority 1004LOPatientTransportArrangements 1005LORequestedProcedureLocation
        1006SHPlacerOrderNumberProcedure 1007SHFillerOrderNumberProcedure 1008LOConfidentialityCode
        1009SHReportingPriority 100ASQReasonForRequestedProcedureCodeSequence 1010PNNamesOfIntendedRecipientsOfResults
        1011SQIntendedRecipientsOfResultsIdentificationSequence 1012SQReasonForPerformedProcedureCodeSequence
        1060LORequestedProcedureDescriptionTrial 1101SQPersonIdentificationCodeSequence 1102STPersonAddress
        1103LOPersonTelephoneNumbers 1104LTPersonTelecomInformation 1400LTRequestedProcedureComments
        2001LOReasonForTheImagingServiceRequest 2004DAIssueDateOfImagingServiceRequest
        2005TMIssueTimeOfImagingServiceRequest 2006SHPlacerOrderNumberImagingServiceRequestRetired
        2007SHFillerOrderNumberImagingServiceRequestRetired 2008PNOrderEnteredBy 2009SHOrderEntererLocation
        2010SHOrderCallbackPhoneNumber 2011LTOrderCallbackTelecomInformation
        2016LOPlacerOrderNumberImagingServiceRequest 2017LOFillerOrderNumberImagingServiceRequest
        2400LTImagingServiceRequestComments 3001LOConfidentialityConstraintOnPatientDataDescription
        4001CSGeneralPurposeScheduledProcedureStepStatus 4002CSGeneralPurposePerformedProcedureStepStatus
        4003CSGeneralPurposeScheduledProcedureStepPriority 4004SQScheduledProcessingApplicationsCodeSequence
        4005DTScheduledProcedureStepStartDateTime 4006CSMultipleCopiesFlag
        4007SQPerformedProcessingApplicationsCodeSequence 4008DTScheduledProcedureStepExpirationDateTime
        4009SQHumanPerformerCodeSequence 4010DTScheduledProcedureStepModificationDateTime
        4011DTExpectedCompletionDateTime 4015SQResultingGeneralPurposePerformedProcedureStepsSequence
        4016SQReferencedGeneralPurposeScheduledProcedureStepSequence 4018SQScheduledWorkitemCodeSequence
        4019SQPerformedWorkitemCodeSequence 4020CSInputAvailabilityFlag 4021SQInputInformationSequence
        4022SQRelevantInformationSequence 4023UIReferencedGeneralPurposeScheduledProcedureStepTransactionUID
        4025SQScheduledStationNameCodeSequence 4026SQScheduledStationClassCodeSequence
        4027SQScheduledStationGeographicLocationCodeSequence 4028SQPerformedStationNameCodeSequence
        4029SQPerformedStationClassCodeSequence 4030SQPerformedStationGeographicLocationCodeSequence
        4031SQRequestedSubsequentWorkitemCodeSequence 4032SQNonDICOMOutputCodeSequence 4033SQOutputInformationSequence
        4034SQScheduledHumanPerformersSequence 4035SQActualHumanPerformersSequence 4036LOHumanPerformerOrganization
        4037PNHumanPerformerName 4040CSRawDataHandling 4041CSInputReadinessState
        4050DTPerformedProcedureStepStartDateTime 4051DTPerformedProcedureStepEndDateTime
        4052DTProcedureStepCancellationDateTime 4070SQOutputDestinationSequence 4071SQDICOMStorageSequence
        4072SQSTOWRSStorageSequence 4073URStorageURL 4074SQXDSStorageSequence 8302DSEntranceDoseInmGy
        8303CSEntranceDoseDerivation 9092SQParametricMapFrameTypeSequence
        9094SQReferencedImageRealWorldValueMappingSequence 9096SQRealWorldValueMappingSequence
        9098SQPixelValueMappingCodeSequence 9210SHLUTLabel 9211XSRealWorldValueLastValueMapped
        9212FDRealWorldValueLUTData 9213FDDoubleFloatRealWorldValueLastValueMapped
        9214FDDoubleFloatRealWorldValueFirstValueMapped 9216XSRealWorldValueFirstValueMapped
        9220SQQuantityDefinitionSequence 9224FDRealWorldValueIntercept 9225FDRealWorldValueSlope A007CSFindingsFlagTrial
        A010CSRelationshipType A020SQFindingsSequenceTrial A021UIFindingsGroupUIDTrial
        A022UIReferencedFindingsGroupUIDTrial A023DAFindingsGroupRecordingDateTrial
        A024TMFindingsGroupRecordingTimeTrial A026SQFindingsSourceCategoryCodeSequenceTrial A027LOVerifyingOrganization
        A028SQDocumentingOrganizationIdentifierCodeSequenceTrial A030DTVerificationDateTime A032DTObservationDateTime
        A033DTObservationStartDateTime A040CSValueType A043SQConceptNameCodeSequence
        A047LOMeasurementPrecisionDescriptionTrial A050CSContinuityOfContent A057CSUrgencyOrPriorityAlertsTrial
        A060LOSequencingIndicatorTrial A066SQDocumentIdentifierCodeSequenceTrial A067PNDocumentAuthorTrial
        A068SQDocumentAuthorIdentifierCodeSequenceTrial A070SQIdentifierCodeSequenceTrial
        A073SQVerifyingObserverSequence A074OBObjectBinaryIdentifierTrial A075PNVerifyingObserverName
        A076SQDocumentingObserverIdentifierCodeSequenceTrial A078SQAuthorObserverSequence A07ASQParticipantSequence
        A07CSQCustodialOrganizationSequence A080CSParticipationType A082DTParticipationDateTime A084CSObserverType
        A085SQProcedureIdentifierCodeSequenceTrial A088SQVerifyingObserverIdentificationCodeSequence
        A089OBObjectDirectoryBinaryIdentifierTrial A090SQEquivalentCDADocumentSequence A0B0USReferencedWaveformChannels
        A110DADateOfDocumentOrVerbalTransactionTrial A112TMTimeOfDocumentCreationOrVerbalTransactionTrial A120DTDateTime
        A121DADate A122TMTime A123PNPersonName A124UIUID A125CSReportStatusIDTrial A130CSTemporalRangeType
        A132ULReferencedSamplePositions A136USReferencedFrameNumbers A138DSReferencedTimeOffsets
        A13ADTReferencedDateTime A160UTTextValue A161FDFloatingPointValue A162SLRationalNumeratorValue
        A163ULRationalDenominatorValue A167SQObservationCategoryCodeSequenceTrial A168SQConceptCodeSequence
        A16ASTBibliographicCitationTrial A170SQPurposeOfReferenceCodeSequence A171UIObservationUID
        A172UIReferencedObservationUIDTrial A173CSReferencedObservationClassTrial
        A174CSReferencedObjectObservationClassTrial A180USAnnotationGroupNumber A192DAObservationDateTrial
        A193TMObservationTimeTrial A194CSMeasurementAutomationTrial A195SQModifierCodeSequence
        A224STIdentificationDescriptionTrial A290CSCoordinatesSetGeometricTypeTrial A296SQAlgorithmCodeSequenceTrial
        A297STAlgorithmDescriptionTrial A29ASLPixelCoordinatesSetTrial A300SQMeasuredValueSequence
        A301SQNumericValueQualifierCodeSequence A307PNCurrentObserverTrial A30ADSNumericValue
        A313SQReferencedAccessionSequenceTrial A33ASTReportStatusCommentTrial A340SQProcedureContextSequenceTrial
        A352PNVerbalSourceTrial A353STAddressTrial A354LOTelephoneNumberTrial
        A358SQVerbalSourceIdentifierCodeSequenceTrial A360SQPredecessorDocumentsSequence A370SQReferencedRequestSequence
        A372SQPerformedProcedureCodeSequence A375SQCurrentRequestedProcedureEvidenceSequence
        A380SQReportDetailSequenceTrial A385SQPertinentOtherEvidenceSequence
        A390SQHL7StructuredDocumentReferenceSequence A402UIObservationSubjectUIDTrial A403CSObservationSubjectClassTrial
        A404SQObservationSubjectTypeCodeSequenceTrial A491CSCompletionFlag A492LOCompletionFlagDescription
        A493CSVerificationFlag A494CSArchiveRequested A496CSPreliminaryFlag A504SQContentTemplateSequence
        A525SQIdenticalDocumentsSequence A600CSObservationSubjectContextFlagTrial A601CSObserverContextFlagTrial
        A603CSProcedureContextFlagTrial A730SQContentSequence A731SQRelationshipSequenceTrial
        A732SQRelationshipTypeCodeSequenceTrial A744SQLanguageCodeSequenceTrial A801SQTabulatedValuesSequence
        A802ULNumberOfTableRows A803ULNumberOfTableColumns A804ULTableRowNumber A805ULTableColumnNumber
        A806SQTableRowDefinitionSequence A807SQTableColumnDefinitionSequence A808SQCellValuesSequence
        A992STUniformResourceLocatorTrial B020SQWaveformAnnotationSequence DB00CSTemplateIdentifier
        DB06DTTemplateVersion DB07DTTemplateLocalVersion DB0BCSTemplateExtensionFlag
        DB0CUITemplateExtensionOrganizationUID DB0DUITemplateExtensionCreatorUID DB73ULReferencedContentItemIdentifier
        E001STHL7InstanceIdentifier E004DTHL7DocumentEffectiveTime E006SQHL7DocumentTypeCodeSequence
        E008SQDocumentClassCodeSequence E010URRetrieveURI E011UIRetrieveLocationUID E020CSTypeOfInstances
        E021SQDICOMRetrievalSequence E022SQDICOMMediaRetrievalSequence E023SQWADORetrievalSequence
        E024SQXDSRetrievalSequence E025SQWADORSRetrievalSequence E030UIRepositoryUniqueID E031UIHomeCommunityID
        >0042 0010STDocumentTitle 0011OBEncapsulatedDocument 0012LOMIMETypeOfEncapsulatedDocument
        0013SQSourceInstanceSequence 0014LOListOfMIMETypes 0015ULEncapsulatedDocumentLength
        >0044 0001STProductPackageIdentifier 0002CSSubstanceAdministrationApproval
        0003LTApprovalStatusFurtherDescription 0004DTApprovalStatusDateTime 0007SQProductTypeCodeSequence
        0008LOProductName 0009LTProductDescription 000ALOProductLotIdentifier 000BDTProductExpirationDateTime
        0010DTSubstanceAdministrationDateTime 0011LOSubstanceAdministrationNotes 0012LOSubstanceAdministrationDeviceID
        0013SQProductParameterSequence 0019SQSubstanceAdministrationParameterSequence 0100SQApprovalSequence
        0101SQAssertionCodeSequence 0102UIAssertionUID 0103SQAsserterIdentificationSequence 0104DTAssertionDateTime
        0105DTAssertionExpirationDateTime 0106UTAssertionComments 0107SQRelatedAssertionSequence
        0108UIReferencedAssertionUID 0109SQApprovalSubjectSequence 010ASQOrganizationalRoleCodeSequence
        >0046 0012LOLensDescription 0014SQRightLensSequence 0015SQLeftLensSequence
        0016SQUnspecifiedLateralityLensSequence 0018SQCylinderSequence 0028SQPrismSequence 0030FDHorizontalPrismPower
        0032CSHorizontalPrismBase 0034FDVerticalPrismPower 0036CSVerticalPrismBase 0038CSLensSegmentType
        0040FDOpticalTransmittance 0042FDChannelWidth 0044FDPupilSize 0046FDCornealSize 0047SQCornealSizeSequence
        0050SQAutorefractionRightEyeSequence 0052SQAutorefractionLeftEyeSequence 0060FDDistancePupillaryDistance
        0062FDNearPupillaryDistance 0063FDIntermediatePupillaryDistance 0064FDOtherPupillaryDistance
        0070SQKeratometryRightEyeSequence 0071SQKeratometryLeftEyeSequence 0074SQSteepKeratometricAxisSequence
        0075FDRadiusOfCurvature 0076FDKeratometricPower 0077FDKeratometricAxis 0080SQFlatKeratometricAxisSequence
        0092CSBackgroundColor 0094CSOptotype 0095CSOptotypePresentation 0097SQSubjectiveRefractionRightEyeSequence
        0098SQSubjectiveRefractionLeftEyeSequence 0100SQAddNearSequence 0101SQAddIntermediateSequence
        0102SQAddOtherSequence 0104FDAddPower 0106FDViewingDistance 0110SQCorneaMeasurementsSequence
        0111SQSourceOfCorneaMeasurementDataCodeSequence 0112SQSteepCornealAxisSequence 0113SQFlatCornealAxisSequence
        0114FDCornealPower 0115FDCornealAxis 0116SQCorneaMeasurementMethodCodeSequence 0117FLRefractiveIndexOfCornea
        0118FLRefractiveIndexOfAqueousHumor 0121SQVisualAcuityTypeCodeSequence 0122SQVisualAcuityRightEyeSequence
        0123SQVisualAcuityLeftEyeSequence 0124SQVisualAcuityBothEyesOpenSequence 0125CSViewingDistanceType
        0135SSVisualAcuityModifiers 0137FDDecimalVisualAcuity 0139LOOptotypeDetailedDefinition
        0145SQReferencedRefractiveMeasurementsSequence 0146FDSpherePower 0147FDCylinderPower
        0201CSCornealTopographySurface 0202FLCornealVertexLocation 0203FLPupilCentroidXCoordinate
        0204FLPupilCentroidYCoordinate 0205FLEquivalentPupilRadius 0207SQCornealTopographyMapTypeCodeSequence
        0208ISVerticesOfTheOutlineOfPupil 0210SQCornealTopographyMappingNormalsSequence
        0211SQMaximumCornealCurvatureSequence 0212FLMaximumCornealCurvature 0213FLMaximumCornealCurvatureLocation
        0215SQMinimumKeratometricSequence 0218SQSimulatedKeratometricCylinderSequence 0220FLAverageCornealPower
        0224FLCornealISValue 0227FLAnalyzedArea 0230FLSurfaceRegularityIndex 0232FLSurfaceAsymmetryIndex
        0234FLCornealEccentricityIndex 0236FLKeratoconusPredictionIndex 0238FLDecimalPotentialVisualAcuity
        0242CSCornealTopographyMapQualityEvaluation 0244SQSourceImageCornealProcessedDataSequence
        0247FLCornealPointLocation 0248CSCornealPointEstimated 0249FLAxialPower 0250FLTangentialPower
        0251FLRefractivePower 0252FLRelativeElevation 0253FLCornealWavefront
        >0048 0001FLImagedVolumeWidth 0002FLImagedVolumeHeight 0003FLImagedVolumeDepth 0006ULTotalPixelMatrixColumns
        0007ULTotalPixelMatrixRows 0008SQTotalPixelMatrixOriginSequence 0010CSSpecimenLabelInImage 0011CSFocusMethod
        0012CSExtendedDepthOfField 0013USNumberOfFocalPlanes 0014FLDistanceBetweenFocalPlanes
        0015USRecommendedAbsentPixelCIELabValue 0100SQIlluminatorTypeCodeSequence 0102DSImageOrientationSlide
        0105SQOpticalPathSequence 0106SHOpticalPathIdentifier 0107STOpticalPathDescription
        0108SQIlluminationColorCodeSequence 0110SQSpecimenReferenceSequence 0111DSCondenserLensPower
        0112DSObjectiveLensPower 0113DSObjectiveLensNumericalAperture 0114CSConfocalMode 0115CSTissueLocation
        0116SQConfocalMicroscopyImageFrameTypeSequence 0117FDImageAcquisitionDepth 0120SQPaletteColorLookupTableSequence
        0200SQReferencedImageNavigationSequence 0201USTopLeftHandCornerOfLocalizerArea
        0202USBottomRightHandCornerOfLocalizerArea 0207SQOpticalPathIdentificationSequence
        021ASQPlanePositionSlideSequence 021ESLColumnPositionInTotalImagePixelMatrix
        021FSLRowPositionInTotalImagePixelMatrix 0301CSPixelOriginInterpretation 0302ULNumberOfOpticalPaths
        0303ULTotalPixelMatrixFocalPlanes
        >0050 0004CSCalibrationImage 0010SQDeviceSequence 0012SQContainerComponentTypeCodeSequence
        0013FDContainerComponentThickness 0014DSDeviceLength 0015FDContainerComponentWidth 0016DSDeviceDiameter
        0017CSDeviceDiameterUnits 0018DSDeviceVolume 0019DSInterMarkerDistance 001ACSContainerComponentMaterial
        001BLOContainerComponentID 001CFDContainerComponentLength 001DFDContainerComponentDiameter
        001ELOContainerComponentDescription 0020LODeviceDescription 0021STLongDeviceDescription
        >0052 0001FLContrastBolusIngredientPercentByVolume 0002FDOCTFocalDistance 0003FDBeamSpotSize
        0004FDEffectiveRefractiveIndex 0006CSOCTAcquisitionDomain 0007FDOCTOpticalCenterWavelength 0008FDAxialResolution
        0009FDRangingDepth 0011FDALineRate 0012USALinesPerFrame 0013FDCatheterRotationalRate 0014FDALinePixelSpacing
        0016SQModeOfPercutaneousAccessSequence 0025SQIntravascularOCTFrameTypeSequence 0026CSOCTZOffsetApplied
        0027SQIntravascularFrameContentSequence 0028FDIntravascularLongitudinalDistance
        0029SQIntravascularOCTFrameContentSequence 0030SSOCTZOffsetCorrection 0031CSCatheterDirectionOfRotation
        0033FDSeamLineLocation 0034FDFirstALineLocation 0036USSeamLineIndex 0038USNumberOfPaddedALines
        0039CSInterpolationType 003ACSRefractiveIndexApplied
        >0054 0010USEnergyWindowVector 0011USNumberOfEnergyWindows 0012SQEnergyWindowInformationSequence
        0013SQEnergyWindowRangeSequence 0014DSEnergyWindowLowerLimit 0015DSEnergyWindowUpperLimit
        0016SQRadiopharmaceuticalInformationSequence 0017ISResidualSyringeCounts 0018SHEnergyWindowName
        0020USDetectorVector 0021USNumberOfDetectors 0022SQDetectorInformationSequence 0030USPhaseVector
        0031USNumberOfPhases 0032SQPhaseInformationSequence 0033USNumberOfFramesInPhase 0036ISPhaseDelay
        0038ISPauseBetweenFrames 0039CSPhaseDescription 0050USRotationVector 0051USNumberOfRotations
        0052SQRotationInformationSequence 0053USNumberOfFramesInRotation 0060USRRIntervalVector
        0061USNumberOfRRIntervals 0062SQGatedInformationSequence 0063SQDataInformationSequence 0070USTimeSlotVector
        0071USNumberOfTimeSlots 0072SQTimeSlotInformationSequence 0073DSTimeSlotTime 0080USSliceVector
        0081USNumberOfSlices 0090USAngularViewVector 0100USTimeSliceVector 0101USNumberOfTimeSlices 0200DSStartAngle
        0202CSTypeOfDetectorMotion 0210ISTriggerVector 0211USNumberOfTriggersInPhase 0220SQViewCodeSequence
        0222SQViewModifierCodeSequence 0300SQRadionuclideCodeSequence 0302SQAdministrationRouteCodeSequence
        0304SQRadiopharmaceuticalCodeSequence 0306SQCalibrationDataSequence 0308USEnergyWindowNumber 0400SHImageID
        0410SQPatientOrientationCodeSequence 0412SQPatientOrientationModifierCodeSequence
        0414SQPatientGantryRelationshipCodeSequence 0500CSSliceProgressionDirection 0501CSScanProgressionDirection
        1000CSSeriesType 1001CSUnits 1002CSCountsSource 1004CSReprojectionMethod 1006CSSUVType
        1100CSRandomsCorrectionMethod 1101LOAttenuationCorrectionMethod 1102CSDecayCorrection 1103LOReconstructionMethod
        1104LODetectorLinesOfResponseUsed 1105LOScatterCorrectionMethod 1200DSAxialAcceptance 1201ISAxialMash
        1202ISTransverseMash 1203DSDetectorElementSize 1210DSCoincidenceWindowWidth 1220CSSecondaryCountsType
        1300DSFrameReferenceTime 1310ISPrimaryPromptsCountsAccumulated 1311ISSecondaryCountsAccumulated
        1320DSSliceSensitivityFactor 1321DSDecayFactor 1322DSDoseCalibrationFactor 1323DSScatterFractionFactor
        1324DSDeadTimeFactor 1330USImageIndex 1400CSCountsIncluded 1401CSDeadTimeCorrectionFlag
        """
}
